import { rejected } from '@duban/kernel';
import { sameFacts } from '../equality/same-facts.ts';
import type { Stored } from '../schema/data.ts';
import { closed, count, date, id, listOf } from '../schema/parts.ts';
import { organRef } from '../schema/references.ts';
import { bodyKind } from './body-kind.ts';
import { refuseNoBasis, refuseNoDate, refuseSize, type BodyStep } from './body-step.ts';

/** `serving`, `quota`: members from that day on, 实有 and 应有; `keptBy`: the organs whose posts enter what it decided. */
const bodyRegistered = closed({
  bodyId: id(),
  kind: bodyKind(),
  since: date(),
  serving: count(),
  quota: count(),
  keptBy: listOf(organRef()),
});

export type BodyRegistered = Stored<'BodyRegistered', typeof bodyRegistered>;

export const registerBody: BodyStep<typeof bodyRegistered, BodyRegistered> = {
  label: { zh: '登记议决机构', en: 'Register a body' },
  data: bodyRegistered,
  who: ['supervision-office', 'general-office'],
  decide: (data, state, { basis }) => {
    const refused = refuseNoBasis(basis) ?? refuseNoDate(data.since) ?? refuseSize(data);
    if (refused !== null) return refused;
    if (state.status === 'unregistered') return [{ type: 'BodyRegistered', data }];
    const { since: from, kind, serving, quota, keptBy } = data;
    return sameFacts({ kind: state.kind, ...state.sizes[0] }, { kind, from, serving, quota, keptBy })
      ? []
      : rejected('body.known-differently');
  },
  events: {
    BodyRegistered: {
      data: bodyRegistered,
      seenBy: 'public',
      published: false,
      fold: (_, { data: { bodyId, kind, since: from, serving, quota, keptBy } }) => ({
        status: 'registered',
        bodyId,
        kind,
        sizes: [{ from, serving, quota, keptBy }],
        lastDay: null,
      }),
    },
  },
};
