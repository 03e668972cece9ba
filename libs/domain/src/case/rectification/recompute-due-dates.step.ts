import type { Calendar, DueDate } from '../../calendar/calendar.ts';
import { recount } from '../../calendar/due-date.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, dueDate, oneOf, orNull } from '../../schema/parts.ts';
import { assignmentRef, itemRef } from '../../schema/references.ts';
import type { Cycle, ItemState } from '../case.state.ts';
import { withAssignment, withDue } from '../cycle-change.ts';
import { withItem } from '../item-access.ts';
import type { Step } from '../step.ts';
import { datePlaces, type DatePlace } from './dates-of-item.ts';

const dueDateRecomputed = closed({
  itemId: itemRef(),
  which: oneOf('due', 'plan', 'co-opinion', 'return', 'look-back'),
  /** Whose co-opinion or return window; null for the dates of the item itself. */
  assignmentId: orNull(assignmentRef()),
  before: dueDate(),
  after: dueDate(),
});

/** A published calendar year moved a due date, or made a provisional one final; before and after are both kept. */
export type DueDateRecomputed = Stored<'DueDateRecomputed', typeof dueDateRecomputed>;

const sent = closed({});

/** Only what moved or became final is worth an event; each keeps before and after (C30). */
const recomputed = (itemId: string, place: DatePlace, calendar: Calendar): readonly DueDateRecomputed[] => {
  const { due: before, which, assignmentId } = place;
  if (before === null) return [];
  const after = recount(before, calendar);
  return after.date === before.date && after.provisional === before.provisional
    ? []
    : [{ type: 'DueDateRecomputed', data: { itemId, which, assignmentId, before, after } }];
};

/** The item's own clock moves along where it was counted from the same day. */
const withBothClocks = (cycle: Cycle, before: DueDate, after: DueDate): Cycle => ({
  ...withDue(cycle, after),
  itemDue: cycle.itemDue?.date === before.date ? after : cycle.itemDue,
});

const withDate = (
  item: ItemState,
  { which, assignmentId, before, after }: DueDateRecomputed['data'],
): ItemState => {
  if (which === 'look-back') return { ...item, lookBackDue: after };
  if (item.cycle === null) return item;
  switch (which) {
    case 'due':
      return { ...item, cycle: withBothClocks(item.cycle, before, after) };
    case 'plan':
      return { ...item, cycle: { ...item.cycle, planDue: after } };
    case 'co-opinion':
      return { ...item, cycle: withAssignment(item.cycle, assignmentId, { coOpinionDue: after }) };
    case 'return':
      return { ...item, cycle: withAssignment(item.cycle, assignmentId, { returnUntil: after }) };
  }
};

/** By the clock after a calendar year was published: recomputes whatever rests on an older calendar version. */
export const recomputeDueDates: Step<typeof sent, DueDateRecomputed> = {
  label: { zh: '重新计算期限', en: 'Recompute due dates' },
  source: { civil: [200, 201, 202, 203, 204] },
  data: sent,
  who: ['supervision-office', 'system'],
  at: 'case',
  decide: (_data, state, { calendar }) =>
    Object.values(state.items).flatMap((item) =>
      datePlaces(item).flatMap((place) => recomputed(item.itemId, place, calendar)),
    ),
  events: {
    DueDateRecomputed: {
      data: dueDateRecomputed,
      seenBy: 'parties',
      published: true,
      fold: (state, { data }) => withItem(state, data.itemId, (item) => withDate(item, data)),
    },
  },
};
