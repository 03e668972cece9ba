import { isRejected, rejected } from '@duban/kernel';
import { NOTHING_KNOWN } from '../authority/known-authority.ts';
import { addCalendarDays, isIsoDate } from '../calendar/iso-date.ts';
import type { Stored } from '../schema/data.ts';
import { closed, date, id } from '../schema/parts.ts';
import { givenBy } from './given-by.ts';
import { lastDayInTerm } from '../time/last-day-in-term.ts';
import type { MandateStep } from './mandate-step.ts';

/** `lastDay`: in Asia/Shanghai; yesterday takes the mandate away at once. What was done under it before stays done. */
const mandateEnded = closed({ mandateId: id(), lastDay: date() });

export type MandateEnded = Stored<'MandateEnded', typeof mandateEnded>;

export const endMandate: MandateStep<typeof mandateEnded, MandateEnded> = {
  label: { zh: '终止授权', en: 'End a mandate' },
  data: mandateEnded,
  who: ['supervision-office', 'general-office', 'chairpersons-council'],
  takesDecision: true,
  decide: (data, state, context) => {
    if (state.status === 'ungiven') return rejected('mandate.unknown', { mandate: data.mandateId });
    const ender = givenBy(state.body, context);
    if (isRejected(ender)) return ender;
    const { lastDay } = data;
    if (!isIsoDate(lastDay)) return rejected('mandate.date-invalid', { date: lastDay });
    const last = lastDayInTerm(state, (context.known ?? NOTHING_KNOWN).termEnds);
    if (last !== null && last <= lastDay) return [];
    const notBefore = addCalendarDays(context.decidedOn, -1);
    return lastDay < notBefore
      ? rejected('mandate.in-the-past', { notBefore })
      : [{ type: 'MandateEnded', data }];
  },
  events: {
    MandateEnded: {
      data: mandateEnded,
      seenBy: 'public',
      published: false,
      fold: (state, { data: { lastDay } }) =>
        state.status === 'ungiven' ? state : { ...state, until: lastDay },
    },
  },
};
