import { isRejected, rejected, type Rejected } from '@duban/kernel';
import type { DueDate } from '../../calendar/calendar.ts';
import type { CaseDecision } from '../case.decisions.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { Cycle, ItemState, OpenedCase } from '../case.state.ts';
import type { ClockRule, ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { movesResolution, refuseHandlers } from '../competence.ts';
import { refuseWhileFailurePending } from '../evaluation/pending-failure.ts';
import { refuseOtherStage } from '../item-access.ts';
import { pinnedRules } from '../pinned-rules.ts';
import { dueBy, legalPeriodOf, sideDates } from './assignment-dates.ts';
import type { NewAssignment } from './new-assignment.ts';
import { refuseUnfitOrgans } from './organ-set.ts';

/** While organs are at work; a return is decided and a suspension ended first. */
export const REASSIGNABLE: readonly ItemStage[] = [
  'ASSIGNED',
  'RECEIVED',
  'RECTIFYING',
  'REWORK',
  'CONSULTING',
  'SUBMITTED',
  'EVALUATING',
];

type Change = {
  readonly endedAssignmentId: string | null;
  readonly assignment: NewAssignment;
  readonly clockRule: ClockRule;
  readonly fixedDueDate?: string;
  readonly reason: string;
};

/** A date fixed in a resolution binds the successor, too; only the Standing Committee moves it (section 2.3). */
const movedDue = (
  item: ItemState,
  due: DueDate,
  before: DueDate,
  context: CommandContext,
): DueDate | Rejected<CaseRejection> => {
  if (due.date < context.occurredOn && due.date !== before.date) {
    return rejected('assignment.due-in-past', { dueDate: due.date, assignedOn: context.occurredOn });
  }
  return item.fixedInResolution && due.date !== before.date && !movesResolution(context)
    ? rejected('extension.standing-committee-only', { dueDate: before.date })
    : due;
};

const reassigned = (
  item: ItemState,
  cycle: Cycle & { readonly due: DueDate },
  { assignment, clockRule, endedAssignmentId, fixedDueDate, reason }: Change,
  { state, context }: { readonly state: OpenedCase; readonly context: CommandContext },
): CaseDecision => {
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return rules;
  const isCo = assignment.role === 'co';
  if (isCo && fixedDueDate !== undefined)
    return rejected('assignment.date-of-lead', { itemId: item.itemId, organ: assignment.organ });
  // What a co-organ owes is its opinion; the date of the result is the lead's.
  const restarts = clockRule === 'restart' && !isCo && !item.fixedInResolution;
  const period = cycle.due.period ?? legalPeriodOf(state, rules);
  const stated = restarts || fixedDueDate !== undefined ? dueBy(fixedDueDate, period, context) : cycle.due;
  const due = movedDue(item, stated, cycle.due, context);
  if (isRejected(due)) return due;
  const dates = sideDates(state, rules, [assignment], context);
  const planDue = clockRule === 'restart' && !isCo ? dates.planDue : cycle.planDue;
  const data = { itemId: item.itemId, endedAssignmentId, assignment, clockRule, due, reason };
  return [{ type: 'ItemReassigned', data: { ...data, ...dates, planDue, reassignedOn: context.occurredOn } }];
};

/** Ends the old assignment and keeps it; what the new one counts from is stated (改办; C28). */
export const reassignedSo = (
  item: ItemState,
  change: Change,
  state: OpenedCase,
  context: CommandContext,
): CaseDecision => {
  const refusal =
    refuseHandlers([item], context) ??
    refuseOtherStage([item], REASSIGNABLE) ??
    refuseWhileFailurePending(state, item, context) ??
    refuseUnfitOrgans(item, [change.assignment], context, change.endedAssignmentId);
  if (refusal !== null) return refusal;
  const due = item.cycle?.due ?? null;
  if (item.cycle === null || due === null) return rejected('assignment.unknown');
  return reassigned(item, { ...item.cycle, due }, change, { state, context });
};
