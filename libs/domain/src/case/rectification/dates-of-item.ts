import type { DueDate } from '../../calendar/calendar.ts';
import type { ItemState } from '../case.state.ts';
import { activeAssignments, isOpen } from '../item-access.ts';
import type { DueDateRecomputed } from './recompute-due-dates.step.ts';

/** Where a date of an item stands, and what stands there. */
export type DatePlace = Pick<DueDateRecomputed['data'], 'which' | 'assignmentId'> & {
  readonly due: DueDate | null;
};

/** Every date of the item that a calendar may still move. */
export const datePlaces = (item: ItemState): readonly DatePlace[] => {
  const lookBack: DatePlace = { which: 'look-back', assignmentId: null, due: item.lookBackDue };
  if (!isOpen(item)) return [lookBack];
  const { cycle } = item;
  return [
    { which: 'due', assignmentId: null, due: cycle?.due ?? null },
    { which: 'plan', assignmentId: null, due: cycle?.planDue ?? null },
    ...activeAssignments(cycle).flatMap(({ id, coOpinionDue, returnUntil }): DatePlace[] => [
      { which: 'co-opinion', assignmentId: id, due: coOpinionDue },
      { which: 'return', assignmentId: id, due: returnUntil },
    ]),
    lookBack,
  ];
};

/** The dates of an item that were counted by a calendar, and that a later version of it may move. */
export const countedDates = (item: ItemState): readonly DueDate[] =>
  datePlaces(item).flatMap(({ due }) => (due === null || due.period === null ? [] : [due]));
