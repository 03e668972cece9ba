import { expect, it } from '@jest/globals';
import type { Calendar, CalendarYear } from './calendar.ts';
import { changedSince } from './changed-years.ts';
import { dueDate, recount } from './due-date.ts';
import { addCalendarDays } from './iso-date.ts';

const year = (number: number, restDays: Readonly<Record<string, string>>): CalendarYear => ({
  ...{ year: number, restDays, workDays: {} },
  notice: `国办发明电〔${String(number)}〕1号`,
});
const calendar = (version: string, ...years: readonly CalendarYear[]): Calendar => ({
  ...{ id: 'CN', version },
  years: Object.fromEntries(years.map((known) => [String(known.year), known])),
});

const known2026 = year(2026, { '2026-10-01': '国庆节' });
const before = calendar('CN@2026-1', known2026);

it('nothing has changed between two versions that say the same', () => {
  expect(changedSince(before, calendar('CN@2026-2', year(2026, { '2026-10-01': '国庆节' })))).toBeNull();
});

it('a correction counts from the first day of its year, the earliest of several', () => {
  const corrected = year(2026, { '2026-10-01': '国庆节', '2026-10-02': '国庆节' });
  const next = year(2027, { '2027-01-01': '元旦' });
  expect(changedSince(before, calendar('CN@2027-1', known2026, next))).toBe('2027-01-01');
  expect(changedSince(before, calendar('CN@2027-2', corrected, next))).toBe('2026-01-01');
});

it('no date before the first changed day is moved by counting it anew', () => {
  const after = calendar('CN@2027-1', known2026, year(2027, { '2027-01-01': '元旦', '2027-01-04': '元旦' }));
  const since = changedSince(before, after) ?? '';
  for (let n = 0; n < 200; n += 3) {
    const start = addCalendarDays('2026-06-20', n);
    const due = dueDate({ start, period: { n: 60, unit: 'working-day' }, calendar: before });
    const again = recount(due, after);
    if (due.date < since) expect(again).toEqual({ ...due, calendar: after.version });
  }
});
