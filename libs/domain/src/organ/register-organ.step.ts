import { rejected } from '@duban/kernel';
import { sameFacts } from '../equality/same-facts.ts';
import type { Stored } from '../schema/data.ts';
import { closed, date, id, text } from '../schema/parts.ts';
import { refuseBlankName, refuseNoDate } from './organ-guards.ts';
import { organKind } from './organ-kind.ts';
import type { OrganStep } from './organ-step.ts';

const organRegistered = closed({ organId: id(), kind: organKind(), name: text(), since: date() });

export type OrganRegistered = Stored<'OrganRegistered', typeof organRegistered>;

export const registerOrgan: OrganStep<typeof organRegistered, OrganRegistered> = {
  label: { zh: '登记单位', en: 'Register an organ' },
  data: organRegistered,
  who: ['supervision-office', 'system-admin'],
  decide: (data, state) => {
    const refused = refuseNoDate(data.since) ?? refuseBlankName(data.name);
    if (refused !== null) return refused;
    if (state.status === 'unregistered') return [{ type: 'OrganRegistered', data }];
    const first = { kind: state.kind, ...state.names[0] };
    return sameFacts(first, { kind: data.kind, name: data.name, from: data.since })
      ? []
      : rejected('organ.known-differently');
  },
  events: {
    OrganRegistered: {
      data: organRegistered,
      seenBy: 'public',
      published: false,
      fold: (_, { data: { organId, kind, name, since } }) => ({
        status: 'active',
        organId,
        kind,
        names: [{ name, from: since }],
        end: null,
      }),
    },
  },
};
