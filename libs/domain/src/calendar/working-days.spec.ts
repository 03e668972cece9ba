import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cnCalendar } from './cn/cn-calendar.ts';
import { dayOf, isWorkingDay } from './day.ts';
import { addCalendarDays } from './iso-date.ts';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

const date = fc.integer({ min: 0, max: 3650 }).map((offset) => addCalendarDays('2017-12-01', offset));
const aFew = fc.integer({ min: 0, max: 60 });

it.each([
  ['2026-06-03', true, 'ordinary'],
  ['2026-06-06', false, 'weekend'],
  ['2026-02-28', true, 'make-up-workday'],
  ['2025-10-08', false, 'rest-day'],
  ['2018-12-29', true, 'make-up-workday'],
  ['2018-12-31', false, 'rest-day'],
  ['2022-12-31', false, 'rest-day'],
  ['2020-01-31', false, 'rest-day'],
  ['2020-02-03', true, 'ordinary'],
] as const)('%s: working %s, because it is a %s', (day, working, kind) => {
  expect(isWorkingDay(cnCalendar, day)).toBe(working);
  expect(dayOf(cnCalendar, day)).toMatchObject({ kind, known: true });
});

it('names the notice that declares a day', () => {
  expect(dayOf(cnCalendar, '2018-12-29')).toMatchObject({
    because: '元旦',
    notice: expect.stringContaining('2018-12/06'),
  });
});

it('lets the later year’s notice overrule the earlier one about the same day', () => {
  const earlier = { year: 2030, restDays: { '2030-12-31': 'earlier' }, workDays: {}, notice: 'earlier' };
  const later = { year: 2031, restDays: {}, workDays: { '2030-12-31': 'later' }, notice: 'later' };
  const calendar = { id: 'X', version: 'X@2031-1', years: { '2030': earlier, '2031': later } };
  expect(dayOf(calendar, '2030-12-31')).toMatchObject({ working: true, because: 'later' });
  expect(workingDaysBetween(calendar, '2030-12-30', '2030-12-31')).toBe(1);
});

it.each([
  ['2030-12-31', 2031, '2030-12-30'],
  ['2031-01-01', 2030, '2030-12-31'],
  ['2031-01-02', 2030, '2031-01-01'],
])('heeds %s as declared by the notice for %i alone', (day, year, before) => {
  const declared = { year, restDays: { [day]: '元旦' }, workDays: {}, notice: 'alone' };
  const calendar = { id: 'X', version: 'X@1-1', years: { [String(year)]: declared } };
  expect(dayOf(calendar, day)).toMatchObject({ working: false, because: '元旦', notice: 'alone' });
  expect(workingDaysBetween(calendar, before, day)).toBe(0);
});

it('knows nothing of an unpublished year but its weekends', () => {
  expect(dayOf(cnCalendar, '2027-10-01')).toEqual({ working: true, kind: 'ordinary', known: false });
  expect(dayOf(cnCalendar, '2027-10-02')).toEqual({ working: false, kind: 'weekend', known: false });
});

it('counts days left, none on the day itself, and negative ones afterwards', () => {
  expect(workingDaysBetween(cnCalendar, '2025-09-26', '2025-10-13')).toBe(7);
  expect(workingDaysBetween(cnCalendar, '2025-10-13', '2025-10-13')).toBe(0);
  expect(workingDaysBetween(cnCalendar, '2025-10-13', '2025-09-26')).toBe(-7);
});

it('counts as many days back as were added', () => {
  fc.assert(
    fc.property(date, aFew, (start, n) => {
      const end = addWorkingDays(cnCalendar, start, n);
      expect(workingDaysBetween(cnCalendar, start, end)).toBe(n);
      expect(workingDaysBetween(cnCalendar, end, start)).toBe(n === 0 ? 0 : -n);
    }),
  );
});

it('adds monotonically, in the number and in the date', () => {
  fc.assert(
    fc.property(date, date, aFew, (a, b, n) => {
      const [first, second] = a <= b ? [a, b] : [b, a];
      expect(addWorkingDays(cnCalendar, first, n) <= addWorkingDays(cnCalendar, second, n)).toBe(true);
      expect(addWorkingDays(cnCalendar, first, n) < addWorkingDays(cnCalendar, first, n + 1)).toBe(true);
    }),
  );
});

it('agrees with counting one day after another', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 500 }), (start, length) => {
      const days = Array.from({ length }, (_, index) => addCalendarDays(start, index + 1));
      const counted = days.filter((day) => isWorkingDay(cnCalendar, day)).length;
      expect(workingDaysBetween(cnCalendar, start, addCalendarDays(start, length))).toBe(counted);
    }),
  );
});

it.each([-1, 0.5])('refuses to add %s working days', (n) => {
  const adding = () => addWorkingDays(cnCalendar, '2026-06-01', n);
  expect(adding).toThrow(expect.objectContaining({ code: 'calendar.period-invalid' }));
});
