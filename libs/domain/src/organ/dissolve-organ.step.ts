import { rejected } from '@duban/kernel';
import type { Stored } from '../schema/data.ts';
import { closed, date, id, orNull } from '../schema/parts.ts';
import { organRef } from '../schema/references.ts';
import { refuseEnd, refuseNoDate } from './organ-guards.ts';
import type { OrganEnd } from './organ.state.ts';
import type { OrganStep } from './organ-step.ts';

const organDissolved = closed({ organId: id(), successor: orNull(organRef()), on: date() });

export type OrganDissolved = Stored<'OrganDissolved', typeof organDissolved>;

const endOf = ({ on, successor }: OrganDissolved['data']): OrganEnd => ({ how: 'dissolved', on, successor });

export const dissolveOrgan: OrganStep<typeof organDissolved, OrganDissolved> = {
  label: { zh: '撤销单位', en: 'Dissolve an organ' },
  data: organDissolved,
  who: ['supervision-office', 'system-admin'],
  decide: (data, organ) => {
    const noDate = refuseNoDate(data.on);
    if (noDate !== null) return noDate;
    if (organ.status === 'unregistered') return rejected('organ.unknown');
    return refuseEnd(endOf(data), organ) ?? (organ.end === null ? [{ type: 'OrganDissolved', data }] : []);
  },
  events: {
    OrganDissolved: {
      data: organDissolved,
      seenBy: 'public',
      published: false,
      fold: (organ, { data }) =>
        organ.status === 'unregistered' ? organ : { ...organ, status: 'ended', end: endOf(data) },
    },
  },
};
