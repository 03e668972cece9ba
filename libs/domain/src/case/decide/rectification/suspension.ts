import { isRejected, rejected } from '@duban/kernel';
import type { DueDate } from '../../../calendar/calendar.ts';
import { dueDate } from '../../../calendar/due-date.ts';
import { calendarDaysBetween } from '../../../calendar/iso-date.ts';
import type { DecisionsOf } from '../../case.decisions.ts';
import type { ItemState } from '../../case.state.ts';
import { actsFor, unlessSupervised } from '../../competence.ts';
import { findItem, unlessAt } from '../../item-access.ts';
import { pinnedRules } from '../../pinned-rules.ts';
import type { CommandContext } from '../../command-context.ts';

const isSuspendedSo = ({ suspension }: ItemState, ground: string, reviewDate: string): boolean =>
  suspension?.ground === ground && suspension.reviewDate === reviewDate;

/** As many days later as the clock stood still; a last day on a rest day moves on as always. */
const laterBy = (days: number, due: DueDate, { calendar }: CommandContext): DueDate =>
  days === 0 ? due : dueDate({ start: due.date, period: { n: days, unit: 'calendar-day' }, calendar });

export const suspensionDecisions: DecisionsOf<'Suspend' | 'Resume'> = {
  /** On a ground that the rule set lists, until a date of review; a resolution's date is the Standing Committee's to stop. */
  Suspend: ({ itemId, ground, reviewDate }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    if (isSuspendedSo(item, ground, reviewDate)) return [];
    const refusal = unlessSupervised([item], context) ?? unlessAt([item], ['RECTIFYING']);
    if (refusal !== null) return refusal;
    const rules = pinnedRules(item, context);
    if (isRejected(rules)) return rules;
    if (!rules.suspensionGrounds.includes(ground)) {
      return rejected('suspension.ground-not-listed', { ground, listed: rules.suspensionGrounds });
    }
    if (reviewDate < context.occurredOn) return rejected('suspension.review-in-past', { reviewDate });
    if (item.fixedInResolution && !actsFor('standing-committee', context)) {
      return rejected('extension.standing-committee-only', { dueDate: item.cycle?.due?.date ?? null });
    }
    return [{ type: 'ItemSuspended', data: { itemId, ground, reviewDate, suspendedOn: context.occurredOn } }];
  },

  Resume: ({ itemId }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const { suspension, resumedOn, cycle } = item;
    const due = cycle?.due ?? null;
    if (suspension === null || due === null || context.occurredOn < suspension.since) {
      return suspension === null && resumedOn !== null && item.stage === 'RECTIFYING'
        ? []
        : rejected('item.wrong-stage', { itemId, stage: item.stage, allowed: ['SUSPENDED'] });
    }
    // One that was merged or withdrawn while it stood still has ended: it does not come back.
    const refusal = unlessSupervised([item], context) ?? unlessAt([item], ['SUSPENDED']);
    if (refusal !== null) return refusal;
    const daysSuspended = calendarDaysBetween(suspension.since, context.occurredOn);
    const newDue = laterBy(daysSuspended, due, context);
    return [{ type: 'ItemResumed', data: { itemId, daysSuspended, newDue, resumedOn: context.occurredOn } }];
  },
};
