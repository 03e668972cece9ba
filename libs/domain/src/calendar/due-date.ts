import { CodedError } from '@duban/kernel';
import type { Calendar, DueDate, DueDateStep, LegalPeriod } from './calendar.ts';
import { dayOf, type Day } from './day.ts';
import { addCalendarDays } from './iso-date.ts';

type Counting = { readonly start: string; readonly period: LegalPeriod; readonly calendar: Calendar };
type Counted = {
  readonly date: string;
  readonly steps: readonly DueDateStep[];
  readonly provisional: boolean;
};

const because = (day: Day): { readonly because?: string } =>
  day.because === undefined ? {} : { because: day.because };

/** One `unknown-year` line where an explanation first relies on an unpublished year. */
const doubt = (date: string, day: Day, already: boolean): readonly DueDateStep[] =>
  day.known || already ? [] : [{ date, code: 'unknown-year', because: date.slice(0, 4) }];

/** Working days: rest days and weekends are passed over, make-up workdays 调休 count; it always ends on a working day. */
const countWorkingDays = ({ start, period, calendar }: Counting): Counted => {
  const steps: DueDateStep[] = [];
  let provisional = false;
  let date = start;
  for (let count = 0; count < period.n;) {
    date = addCalendarDays(date, 1);
    const day = dayOf(calendar, date);
    steps.push(...doubt(date, day, provisional));
    provisional ||= !day.known;
    if (day.kind === 'rest-day' || day.kind === 'weekend') {
      steps.push({ date, code: day.kind, ...because(day) });
    } else {
      count += 1;
      steps.push({ date, code: day.kind === 'ordinary' ? 'counted' : day.kind, count, ...because(day) });
    }
  }
  return { date, steps, provisional };
};

const countCalendarDays = ({ start, period }: Counting): Counted => {
  const steps = Array.from({ length: period.n }, (_, index): DueDateStep => {
    return { date: addCalendarDays(start, index + 1), code: 'counted', count: index + 1 };
  });
  return { date: addCalendarDays(start, period.n), steps, provisional: false };
};

/** The corresponding day, or the month's last day where it has none (Civil Code art. 202). */
const countMonths = ({ start, period }: Counting): Counted => {
  const from = Temporal.PlainDate.from(start);
  const end = from.add({ months: period.n }, { overflow: 'constrain' });
  const code = end.day === from.day ? 'corresponding-day' : 'month-end';
  return { date: end.toString(), steps: [{ date: end.toString(), code }], provisional: false };
};

/** A last day on a rest day moves to the next working day (Civil Code art. 203). */
const moveToWorkingDay = (counted: Counted, calendar: Calendar): Counted => {
  const steps = [...counted.steps];
  let { date, provisional } = counted;
  for (;;) {
    const day = dayOf(calendar, date);
    steps.push(...doubt(date, day, provisional));
    provisional ||= !day.known;
    if (day.working) {
      if (day.kind === 'make-up-workday') steps.push({ date, code: day.kind, ...because(day) });
      return { date, steps, provisional };
    }
    steps.push({ date, code: 'moved-past-rest-day', ...because(day) });
    date = addCalendarDays(date, 1);
  }
};

const count = (counting: Counting): Counted => {
  switch (counting.period.unit) {
    case 'working-day':
      return countWorkingDays(counting);
    case 'calendar-day':
      return moveToWorkingDay(countCalendarDays(counting), counting.calendar);
    case 'month':
      return moveToWorkingDay(countMonths(counting), counting.calendar);
  }
};

/**
 * The last day of a legal period and how it was found, day by day (Civil Code arts 200–204 as computing convention).
 * @throws CodedError `calendar.period-invalid` when the period is not a positive whole number.
 */
export const dueDate = (counting: Counting): DueDate => {
  const { start, period, calendar } = counting;
  if (!Number.isSafeInteger(period.n) || period.n < 1) {
    throw new CodedError('calendar.period-invalid', `A legal period counts from 1, not ${String(period.n)}`);
  }
  const { date, steps, provisional } = count(counting);
  return {
    date,
    provisional,
    calendar: calendar.version,
    period,
    steps: [{ date: start, code: 'start' }, ...steps, { date, code: 'due' }],
  };
};

/** A date set by the source document itself (S1 art. 17): it is a date, not a period, and never moves. */
export const fixedDueDate = ({
  date,
  calendar,
}: {
  readonly date: string;
  readonly calendar: Calendar;
}): DueDate => ({
  date,
  provisional: false,
  calendar: calendar.version,
  period: null,
  steps: [{ date, code: 'fixed' }],
});

/** The same period from the same day under another version of the calendar; a set date has nothing to count. */
export const recount = (due: DueDate, calendar: Calendar): DueDate => {
  const start = due.steps[0];
  return due.period === null || start === undefined
    ? due
    : dueDate({ start: start.date, period: due.period, calendar });
};
