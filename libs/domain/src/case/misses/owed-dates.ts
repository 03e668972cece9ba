import type { DueDate } from '../../calendar/calendar.ts';
import type { AssignmentState, Cycle, ItemState } from '../case.state.ts';
import type { MissKind } from '../case.vocabulary.ts';
import { activeAssignments, leadingOrgans } from '../item-access.ts';
import { owesResult } from '../rectification/owes-result.ts';

/** A date by which something is owed, and by whom; nobody: what the item, or the Congress's own side, owes. */
export type OwedDate = {
  readonly which: MissKind;
  /** Of a co-opinion; null for the dates of the item. */
  readonly assignmentId: string | null;
  readonly due: DueDate;
  readonly organs: readonly string[];
};

const owed = (
  which: MissKind,
  due: DueDate | null,
  organs: readonly string[],
  assignmentId: string | null = null,
): readonly OwedDate[] => (due === null ? [] : [{ which, assignmentId, due, organs }]);

/** Nothing of this round was handed in yet: that ends the item's own clock, and a return for rework does not start it again. */
const isOutstanding = ({ claim, replies }: Cycle): boolean => claim === null && replies.length === 0;

const ofCoOrgan = ({ id, organ, coOpinion, coOpinionDue }: AssignmentState): readonly OwedDate[] =>
  coOpinion === null ? owed('co-opinion', coOpinionDue, [organ], id) : [];

const ofCycle = (item: ItemState, cycle: Cycle): readonly OwedDate[] => {
  // What only a register says was never assigned here, and nobody owes it by a date of ours.
  if (cycle.assignments.length === 0) return [];
  const isWithOrgans = owesResult(item);
  const ofItem =
    isOutstanding(cycle) && (isWithOrgans || item.stage === 'LISTED')
      ? owed('item-due', cycle.itemDue, [])
      : [];
  if (!isWithOrgans) return ofItem;
  const leads = leadingOrgans(cycle);
  const isPlanned = cycle.plans.some(({ returnedFor }) => returnedFor === null);
  return [
    ...ofItem,
    ...owed('due', cycle.due, leads),
    ...(isPlanned ? [] : owed('plan', cycle.planDue, leads)),
    ...activeAssignments(cycle).flatMap(ofCoOrgan),
  ];
};

const lookBackOf = ({ stage, lookBackDue, relapseFound }: ItemState): readonly OwedDate[] =>
  (stage === 'CLOSED' || stage === 'LOOKBACK') && !relapseFound ? owed('look-back', lookBackDue, []) : [];

/** Every date of an item by which somebody owes something now. */
export const owedDates = (item: ItemState): readonly OwedDate[] => [
  ...(item.cycle === null ? [] : ofCycle(item, item.cycle)),
  ...lookBackOf(item),
];

/** Whoever has the item asked for more time before the date passed, and nobody has decided: the wait is the decider's. */
export const waitsForDecision = ({ cycle }: ItemState): boolean => {
  const last = cycle?.extensions.at(-1);
  return cycle !== null && last?.decision === null && leadingOrgans(cycle).includes(last.askedBy);
};
