import { rejected } from '@duban/kernel';
import { sameFacts } from '../equality/same-facts.ts';
import type { Stored } from '../schema/data.ts';
import { closed, date, id, text } from '../schema/parts.ts';
import { refuseBlankName, refuseNoDate, refuseTooEarly } from './organ-guards.ts';
import type { OrganStep } from './organ-step.ts';

const organRenamed = closed({ organId: id(), name: text(), from: date() });

export type OrganRenamed = Stored<'OrganRenamed', typeof organRenamed>;

export const renameOrgan: OrganStep<typeof organRenamed, OrganRenamed> = {
  label: { zh: '单位更名', en: 'Rename an organ' },
  data: organRenamed,
  who: ['supervision-office', 'system-admin'],
  decide: (data, organ) => {
    const { name, from } = data;
    const refused = refuseNoDate(from) ?? refuseBlankName(name);
    if (refused !== null) return refused;
    if (organ.status === 'unregistered') return rejected('organ.unknown');
    if (organ.names.some((known) => sameFacts(known, { name, from }))) return [];
    if (organ.end !== null) return rejected('organ.ended', { on: organ.end.on });
    const early = refuseTooEarly(from, organ);
    if (early !== null) return early;
    return organ.names.at(-1)?.name === name ? [] : [{ type: 'OrganRenamed', data }];
  },
  events: {
    OrganRenamed: {
      data: organRenamed,
      seenBy: 'public',
      published: false,
      fold: (organ, { data: { name, from } }) =>
        organ.status === 'unregistered' ? organ : { ...organ, names: [...organ.names, { name, from }] },
    },
  },
};
