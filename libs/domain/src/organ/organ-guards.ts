import { rejected, type Rejected } from '@duban/kernel';
import { isIsoDate } from '../calendar/iso-date.ts';
import { sameFacts } from '../equality/same-facts.ts';
import type { OrganEnd, RegisteredOrgan } from './organ.state.ts';
import type { OrganRejection } from './organ-step.ts';

type Refusal = Rejected<OrganRejection> | null;

export const refuseNoDate = (date: string): Refusal =>
  isIsoDate(date) ? null : rejected('organ.date-invalid', { date });

export const refuseBlankName = (name: string): Refusal =>
  name.trim() === '' ? rejected('organ.name-blank') : null;

/** What an organ is called and how it ends is said in the order of its days. */
export const refuseTooEarly = (date: string, organ: RegisteredOrgan): Refusal => {
  const last = organ.names.at(-1)?.from ?? date;
  return date < last ? rejected('organ.date-before-last-change', { notBefore: last }) : null;
};

/** Refuses a second end that is not the first one, and one that leaves everything to itself. */
export const refuseEnd = (how: OrganEnd, organ: RegisteredOrgan): Refusal => {
  if (organ.end !== null)
    return sameFacts(organ.end, how) ? null : rejected('organ.ended', { on: organ.end.on });
  if (how.successor === organ.organId) return rejected('organ.own-successor');
  return refuseTooEarly(how.on, organ);
};
