import { sameFacts } from '../equality/same-facts.ts';
import type { Calendar } from './calendar.ts';

/**
 * The first day whose kind may differ between two versions of a calendar, as an ISO date; null where they say the same. A
 * period that ended before it was counted without any of the days that changed, so its end stays where it is.
 */
export const changedSince = (before: Calendar, after: Calendar): string | null => {
  const years = [...new Set([...Object.keys(before.years), ...Object.keys(after.years)])];
  const changed = years.filter((year) => !sameFacts(before.years[year], after.years[year])).toSorted();
  const [first] = changed;
  return first === undefined ? null : `${first}-01-01`;
};
