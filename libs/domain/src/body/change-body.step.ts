import { rejected } from '@duban/kernel';
import { sameFacts } from '../equality/same-facts.ts';
import type { Stored } from '../schema/data.ts';
import { closed, count, date, id, listOf } from '../schema/parts.ts';
import { organRef } from '../schema/references.ts';
import { refuseNoBasis, refuseNoDate, refuseSize, type BodyStep } from './body-step.ts';

/** 届中补选、辞职: what the body is from that day on; what it was before stays. */
const bodyChanged = closed({
  bodyId: id(),
  from: date(),
  serving: count(),
  quota: count(),
  keptBy: listOf(organRef()),
});

export type BodyChanged = Stored<'BodyChanged', typeof bodyChanged>;

export const changeBody: BodyStep<typeof bodyChanged, BodyChanged> = {
  label: { zh: '变更议决机构', en: 'Change a body' },
  data: bodyChanged,
  who: ['supervision-office', 'general-office'],
  decide: (data, state, { basis }) => {
    if (state.status === 'unregistered') return rejected('body.unknown');
    const refused = refuseNoBasis(basis) ?? refuseNoDate(data.from) ?? refuseSize(data);
    if (refused !== null) return refused;
    const { from, serving, quota, keptBy } = data;
    const last = state.sizes.at(-1);
    if (sameFacts(last ?? {}, { from, serving, quota, keptBy })) return [];
    if (state.lastDay !== null) return rejected('body.ended', { lastDay: state.lastDay });
    return last !== undefined && from < last.from
      ? rejected('body.date-before-last-change', { notBefore: last.from })
      : [{ type: 'BodyChanged', data }];
  },
  events: {
    BodyChanged: {
      data: bodyChanged,
      seenBy: 'public',
      published: false,
      fold: (state, { data: { from, serving, quota, keptBy } }) =>
        state.status === 'unregistered'
          ? state
          : { ...state, sizes: [...state.sizes, { from, serving, quota, keptBy }] },
    },
  },
};
