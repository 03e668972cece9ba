import { rejected } from '@duban/kernel';
import type { Stored } from '../schema/data.ts';
import { closed, date, id } from '../schema/parts.ts';
import { organRef } from '../schema/references.ts';
import { refuseEnd, refuseNoDate } from './organ-guards.ts';
import type { OrganEnd } from './organ.state.ts';
import type { OrganStep } from './organ-step.ts';

const organMerged = closed({ organId: id(), into: organRef(), on: date() });

/** From `on` the organ `into` answers for everything that was this one's. */
export type OrganMerged = Stored<'OrganMerged', typeof organMerged>;

const endOf = ({ on, into }: OrganMerged['data']): OrganEnd => ({ how: 'merged', on, successor: into });

export const mergeOrgan: OrganStep<typeof organMerged, OrganMerged> = {
  label: { zh: '单位合并', en: 'Merge an organ into another' },
  data: organMerged,
  who: ['supervision-office', 'system-admin'],
  decide: (data, organ) => {
    const noDate = refuseNoDate(data.on);
    if (noDate !== null) return noDate;
    if (organ.status === 'unregistered') return rejected('organ.unknown');
    return refuseEnd(endOf(data), organ) ?? (organ.end === null ? [{ type: 'OrganMerged', data }] : []);
  },
  events: {
    OrganMerged: {
      data: organMerged,
      seenBy: 'public',
      published: false,
      fold: (organ, { data }) =>
        organ.status === 'unregistered' ? organ : { ...organ, status: 'ended', end: endOf(data) },
    },
  },
};
