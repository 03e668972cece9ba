import { rejected } from '@duban/kernel';
import type { Stored } from '../schema/data.ts';
import { closed, date, id } from '../schema/parts.ts';
import { refuseNoBasis, refuseNoDate, type BodyStep } from './body-step.ts';

/** An inquiry committee has reported, a presidium has closed its session: nothing is decided by it after that day. */
const bodyEnded = closed({ bodyId: id(), lastDay: date() });

export type BodyEnded = Stored<'BodyEnded', typeof bodyEnded>;

export const endBody: BodyStep<typeof bodyEnded, BodyEnded> = {
  label: { zh: '撤销议决机构', en: 'End a body' },
  data: bodyEnded,
  who: ['supervision-office', 'general-office'],
  decide: (data, state, { basis }) => {
    if (state.status === 'unregistered') return rejected('body.unknown');
    const refused = refuseNoBasis(basis) ?? refuseNoDate(data.lastDay);
    if (refused !== null) return refused;
    if (state.lastDay === data.lastDay) return [];
    if (state.lastDay !== null) return rejected('body.ended', { lastDay: state.lastDay });
    const last = state.sizes.at(-1)?.from ?? data.lastDay;
    return data.lastDay < last
      ? rejected('body.date-before-last-change', { notBefore: last })
      : [{ type: 'BodyEnded', data }];
  },
  events: {
    BodyEnded: {
      data: bodyEnded,
      seenBy: 'public',
      published: false,
      fold: (state, { data: { lastDay } }) =>
        state.status === 'unregistered' ? state : { ...state, lastDay },
    },
  },
};
