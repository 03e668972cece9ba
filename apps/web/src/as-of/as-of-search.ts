/** The past moment a page shows, as it stands in the address: a link shows the same for everybody. */
import { pick } from '../app/address.ts';

export type AsOfSearch = { asOf?: string | undefined; by?: string | undefined };

export const readAsOf = (search: Record<string, unknown>): AsOfSearch => {
  const { asOf, by } = pick(search, ['asOf', 'by']);
  if (asOf === undefined || Number.isNaN(Date.parse(asOf))) return {};
  return { asOf, ...(by === 'occurred' ? { by } : {}) };
};

/** What the person typed is Beijing time, wherever their computer thinks it is. */
export const beijingInstant = (minute: string): string => `${minute}:00+08:00`;

export const daysBefore = (days: number, now: Date): Date => new Date(now.getTime() - days * 86_400_000);
