import { isRejected, rejected } from '@duban/kernel';
import { SIGNED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import type { DueDate } from '../../calendar/calendar.ts';
import { dueDate as counted } from '../../calendar/due-date.ts';
import { addCalendarDays, calendarDaysBetween } from '../../calendar/iso-date.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, count, date, dueDate } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { Cycle } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { refuseResolution, refuseSupervised } from '../competence.ts';
import { withDue } from '../cycle-change.ts';
import { writtenDown } from '../in-next-cycle.ts';
import { findItem, refuseOtherStage, withItem } from '../item-access.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';

const itemResumed = closed({
  itemId: itemRef(),
  daysSuspended: count(),
  newDue: dueDate(),
  resumedOn: date(),
});

export type ItemResumed = Stored<'ItemResumed', typeof itemResumed>;

const sent = closed({ itemId: itemRef() });

const stages: readonly ItemStage[] = ['SUSPENDED'];

/** As many days later as the clock stood still; a last day on a rest day moves on as always. */
const laterBy = (days: number, due: DueDate, { calendar }: CommandContext): DueDate =>
  days === 0 ? due : counted({ start: due.date, period: { n: days, unit: 'calendar-day' }, calendar });

/** The item's own clock stood still as long; where it runs to another date, the event does not say to which it moved. */
const itemDueAfter = (
  { due, itemDue }: Cycle,
  { newDue, daysSuspended }: Pick<ItemResumed['data'], 'newDue' | 'daysSuspended'>,
): DueDate | null =>
  itemDue === null || itemDue.date === due?.date
    ? itemDue && newDue
    : writtenDown(addCalendarDays(itemDue.date, daysSuspended), itemDue.calendar);

/** 恢复办理: the due date moves by as many days as the item stood still. */
export const resume: Step<typeof sent, ItemResumed> = {
  label: { zh: '恢复办理', en: 'Resume' },
  data: sent,
  who: ['chairpersons-council'],
  decidedBy: SIGNED_BY_COUNCIL,
  at: stages,
  whose: isNotHandling,
  decide: ({ itemId }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const { suspension, resumedOn, cycle } = item;
    const due = cycle?.due ?? null;
    if (suspension === null || due === null || context.occurredOn < suspension.since) {
      return suspension === null && resumedOn !== null && item.stage === 'RECTIFYING'
        ? []
        : rejected('item.wrong-stage', { itemId, stage: item.stage, allowed: stages });
    }
    // One that was merged or withdrawn while it stood still has ended: it does not come back.
    const refusal =
      refuseSupervised([item], context) ??
      refuseOtherStage([item], stages) ??
      refuseResolution(item, context);
    if (refusal !== null) return refusal;
    const daysSuspended = calendarDaysBetween(suspension.since, context.occurredOn);
    const newDue = laterBy(daysSuspended, due, context);
    return [{ type: 'ItemResumed', data: { itemId, daysSuspended, newDue, resumedOn: context.occurredOn } }];
  },
  events: {
    ItemResumed: {
      data: itemResumed,
      seenBy: 'parties',
      published: true,
      fold: (state, { data: { itemId, resumedOn, ...moved } }) =>
        withItem(state, itemId, ({ cycle, ...item }) => ({
          ...item,
          stage: item.resumeTo ?? 'RECTIFYING',
          resumeTo: null,
          resumedOn,
          suspension: null,
          cycle: cycle && { ...withDue(cycle, moved.newDue), itemDue: itemDueAfter(cycle, moved) },
        })),
    },
  },
};
