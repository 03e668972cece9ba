import { refusePublication } from '../case-life/publication-limits.ts';
import { onEachEvent, type Examiner } from './examination-rule.ts';

const CODES = ['publication.withheld', 'publication.date-impossible', 'publication.address-invalid'] as const;

const refusedWith =
  (code: (typeof CODES)[number]): Examiner['examine'] =>
  (event, before) => {
    if (event.type !== 'ResultPublished' || before.status === 'unopened') return [];
    const refusal = refusePublication(event.data, before, event.decidedOn);
    return refusal?.rejected === code ? [refusal.details ?? {}] : [];
  };

export const publicationRules = CODES.map((code) => onEachEvent(code, refusedWith(code)));
