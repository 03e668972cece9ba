import type { Stored } from '../schema/data.ts';
import { closed, date, orNull } from '../schema/parts.ts';
import { refuseNoBasis, refuseNoDate, refusePast } from './post-guards.ts';
import type { PostStep } from './post-step.ts';

/** The last day of the present term of the Congress, in Asia/Shanghai. */
const sent = closed({ lastDay: date() });
/** `replaces`: the day that stood there for the same term before. */
const termEndSet = closed({ lastDay: date(), replaces: orNull(date()) });

export type TermEndSet = Stored<'TermEndSet', typeof termEndSet>;

export const setTermEnd: PostStep<typeof sent, TermEndSet> = {
  label: { zh: '确定本届届满日', en: 'Set the end of the term' },
  data: sent,
  who: ['security-admin'],
  decide: ({ lastDay }, { termEnds }, { basis, decidedOn }) => {
    const refused = refuseNoBasis(basis) ?? refuseNoDate(lastDay) ?? refusePast(lastDay, decidedOn);
    if (refused !== null) return refused;
    if (termEnds.includes(lastDay)) return [];
    const replaces = termEnds.find((end) => end >= decidedOn) ?? null;
    return [{ type: 'TermEndSet', data: { lastDay, replaces } }];
  },
  events: {
    TermEndSet: {
      data: termEndSet,
      seenBy: 'auditors',
      published: false,
      fold: (state, { data: { lastDay, replaces } }) => ({
        ...state,
        termEnds: [...state.termEnds.filter((end) => end !== replaces), lastDay],
      }),
    },
  },
};
