import type { Calendar, CalendarYear } from './calendar.ts';
import { isWeekend, yearOf } from './iso-date.ts';

/** What a calendar says of one day, and on which ground. */
export type Day = {
  readonly working: boolean;
  readonly kind: 'ordinary' | 'weekend' | 'rest-day' | 'make-up-workday';
  /** The holiday rested for or made up for; absent on ordinary days and weekends. */
  readonly because?: string;
  /** The notice that declares it. */
  readonly notice?: string;
  /** False when the day's year is not published: only the weekend is assumed (C35). */
  readonly known: boolean;
};

const declares = (known: CalendarYear | undefined, date: string): known is CalendarYear =>
  known !== undefined && (known.restDays[date] ?? known.workDays[date]) !== undefined;

/**
 * The publication that governs a day. A notice may reach into its neighbour years (29 December 2018 was made a working
 * day by the notice for 2019), so the later year's notice is asked first: it is the more recent word.
 */
const governing = (calendar: Calendar, date: string): CalendarYear | undefined => {
  const year = yearOf(date);
  return [year + 1, year, year - 1]
    .map((candidate) => calendar.years[String(candidate)])
    .find((known) => declares(known, date));
};

export const dayOf = (calendar: Calendar, date: string): Day => {
  const known = calendar.years[String(yearOf(date))] !== undefined;
  const source = governing(calendar, date);
  if (source === undefined) {
    return isWeekend(date)
      ? { working: false, kind: 'weekend', known }
      : { working: true, kind: 'ordinary', known };
  }
  const rest = source.restDays[date];
  if (rest !== undefined)
    return { working: false, kind: 'rest-day', because: rest, notice: source.notice, known };
  const because = source.workDays[date] ?? '';
  return { working: true, kind: 'make-up-workday', because, notice: source.notice, known };
};

export const isWorkingDay = (calendar: Calendar, date: string): boolean => dayOf(calendar, date).working;
