import { isRejected, rejected, type Rejected } from '@duban/kernel';
import type { Calendar, DueDate } from '../../calendar/calendar.ts';
import { recount } from '../../calendar/due-date.ts';
import { calendarDaysBetween } from '../../calendar/iso-date.ts';
import { proposeEscalations } from '../../escalation/escalation.ts';
import type { CaseDecision, DecisionsOf } from '../case.decisions.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import type { DueDateRecomputed } from '../events/assignment.events.ts';
import { activeAssignments, isOpen } from '../item-access.ts';
import { pinnedRules } from '../pinned-rules.ts';

/** While the organ owes a result: not before it is assigned, not while suspended, not once the result is in. */
const OWING: readonly ItemStage[] = [
  'ASSIGNED',
  'RECEIVED',
  'RETURN_REQUESTED',
  'RECTIFYING',
  'REWORK',
  'CONSULTING',
];

/** Whether its due date runs: the clock notes which rungs of the ladder it has reached. */
export const owesResult = ({ stage }: ItemState): boolean => OWING.includes(stage);

const rungsReached = (
  item: ItemState,
  context: CommandContext,
): readonly CaseEvent[] | Rejected<CaseRejection> => {
  const { itemId, cycle } = item;
  if (!owesResult(item) || cycle === null || cycle.due === null) return [];
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return rules;
  const dueDate = cycle.due.date;
  const today = context.occurredOn;
  const days = calendarDaysBetween(dueDate, today);
  return proposeEscalations(rules, { dueDate, today, alreadyRaised: cycle.rungsNoted }).map(
    ({ rung }): CaseEvent =>
      days > 0
        ? { type: 'DeadlineMissed', data: { itemId, dueDate, daysLate: days, rung } }
        : { type: 'DeadlineApproaching', data: { itemId, dueDate, daysLeft: Math.abs(days), rung } },
  );
};

type Place = Pick<DueDateRecomputed['data'], 'which' | 'assignmentId'> & { readonly due: DueDate | null };

/** Every date of the item that a calendar may still move. */
const places = (item: ItemState): readonly Place[] => {
  const lookBack: Place = { which: 'look-back', assignmentId: null, due: item.lookBackDue };
  if (!isOpen(item)) return [lookBack];
  const { cycle } = item;
  return [
    { which: 'due', assignmentId: null, due: cycle?.due ?? null },
    { which: 'plan', assignmentId: null, due: cycle?.planDue ?? null },
    ...activeAssignments(cycle).flatMap(({ id, coOpinionDue, returnUntil }): Place[] => [
      { which: 'co-opinion', assignmentId: id, due: coOpinionDue },
      { which: 'return', assignmentId: id, due: returnUntil },
    ]),
    lookBack,
  ];
};

/** The dates of an item that were counted by a calendar, and that a later version of it may move. */
export const countedDates = (item: ItemState): readonly DueDate[] =>
  places(item).flatMap(({ due }) => (due === null || due.period === null ? [] : [due]));

/** Only what moved or became final is worth an event; each keeps before and after (C30). */
const recomputed = (itemId: string, place: Place, calendar: Calendar): readonly DueDateRecomputed[] => {
  const { due: before, which, assignmentId } = place;
  if (before === null) return [];
  const after = recount(before, calendar);
  return after.date === before.date && after.provisional === before.provisional
    ? []
    : [{ type: 'DueDateRecomputed', data: { itemId, which, assignmentId, before, after } }];
};

export const deadlineDecisions: DecisionsOf<'NoteDeadlines' | 'RecomputeDueDates'> = {
  /** Notes what the clock has reached; raising it is for the competent body (S1 art. 8: only collectively). */
  NoteDeadlines: (_data, state, context): CaseDecision => {
    if (context.actor.role !== 'system' && context.actor.role !== 'supervision-office') {
      return rejected('actor.not-competent', { role: context.actor.role, organ: context.actor.organ });
    }
    const reached = Object.values(state.items).map((item) => rungsReached(item, context));
    return reached.find(isRejected) ?? reached.flatMap((events) => (isRejected(events) ? [] : events));
  },

  RecomputeDueDates: (_data, state, { calendar }) =>
    Object.values(state.items).flatMap((item) =>
      places(item).flatMap((place) => recomputed(item.itemId, place, calendar)),
    ),
};
