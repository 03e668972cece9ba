import type { CalendarYear } from './calendar.ts';
import { isIsoDate, isWeekend, yearOf } from './iso-date.ts';

export type CalendarYearFault =
  | 'year-out-of-range'
  | 'notice-missing'
  | 'date-invalid'
  | 'date-outside-year'
  | 'work-day-not-on-weekend'
  | 'day-both-rest-and-work';

/** A notice may reach into the last December before, or the first January after, its own year. */
const belongs = (date: string, year: number): boolean =>
  yearOf(date) === year ||
  date.startsWith(`${String(year - 1)}-12-`) ||
  date.startsWith(`${String(year + 1)}-01-`);

/** What is wrong with a year as submitted, each fault once. */
export const calendarYearFaults = ({
  year,
  restDays,
  workDays,
  notice,
}: CalendarYear): readonly CalendarYearFault[] => {
  const rest = Object.keys(restDays);
  const work = Object.keys(workDays);
  const valid = [...rest, ...work].filter(isIsoDate);
  const found: readonly (readonly [boolean, CalendarYearFault])[] = [
    [!Number.isInteger(year) || year < 1949 || year > 2999, 'year-out-of-range'],
    [notice.trim() === '', 'notice-missing'],
    [valid.length < rest.length + work.length, 'date-invalid'],
    [valid.some((date) => !belongs(date, year)), 'date-outside-year'],
    [work.some((date) => isIsoDate(date) && !isWeekend(date)), 'work-day-not-on-weekend'],
    [work.some((date) => Object.hasOwn(restDays, date)), 'day-both-rest-and-work'],
  ];
  return found.flatMap(([wrong, fault]) => (wrong ? [fault] : []));
};
