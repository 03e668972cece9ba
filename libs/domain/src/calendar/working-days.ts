import { CodedError } from '@duban/kernel';
import type { Calendar } from './calendar.ts';
import { isWorkingDay } from './day.ts';
import { addCalendarDays, calendarDaysBetween, isWeekend, weekdayOf, yearOf } from './iso-date.ts';

/**
 * The n-th working day after `date`, which is itself not counted (Civil Code art. 201); `date` itself when n is 0.
 * @throws CodedError `calendar.period-invalid` when n is negative or not whole.
 */
export const addWorkingDays = (calendar: Calendar, date: string, n: number): string => {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new CodedError('calendar.period-invalid', `${String(n)} working days`);
  let day = date;
  for (let left = n; left > 0;) {
    day = addCalendarDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
};

/** Mondays to Fridays after `from` up to and including `to`: whole weeks by five, the rest by looking. */
const weekdaysAfter = (from: string, to: string): number => {
  const days = calendarDaysBetween(from, to);
  const first = weekdayOf(from);
  let count = Math.floor(days / 7) * 5;
  for (let offset = 1; offset <= days % 7; offset += 1) if ((first - 1 + offset) % 7 < 5) count += 1;
  return count;
};

/** Declared days in the span, each once though two notices may name it. */
const declaredDays = (calendar: Calendar, from: string, to: string): ReadonlySet<string> => {
  const dates = new Set<string>();
  for (let year = yearOf(from) - 1; year <= yearOf(to) + 1; year += 1) {
    const known = calendar.years[String(year)];
    for (const date of Object.keys({ ...known?.restDays, ...known?.workDays })) {
      if (date > from && date <= to) dates.add(date);
    }
  }
  return dates;
};

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier. Seen from today this is "days
 * left until the due date". Cost grows with the years spanned, not with the days: boards ask it for every item.
 */
export const workingDaysBetween = (calendar: Calendar, from: string, to: string): number => {
  if (to === from) return 0;
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = weekdaysAfter(from, to);
  for (const date of declaredDays(calendar, from, to)) {
    count += Number(isWorkingDay(calendar, date)) - Number(!isWeekend(date));
  }
  return count;
};
