import { expect, it } from '@jest/globals';
import type { LegalPeriod } from './calendar.ts';
import { cnCalendar } from './cn/cn-calendar.ts';
import { dueDate, fixedDueDate, recount } from './due-date.ts';

const due = (start: string, n: number, unit: LegalPeriod['unit']) =>
  dueDate({ start, period: { n, unit }, calendar: cnCalendar });

it.each([
  ['2025-08-05', 2, 'month', '2025-10-09'],
  ['2025-11-30', 3, 'month', '2026-02-28'],
  ['2025-09-26', 7, 'working-day', '2025-10-13'],
  ['2024-01-31', 1, 'month', '2024-02-29'],
  ['2023-01-31', 1, 'month', '2023-02-28'],
  ['2025-03-31', 3, 'month', '2025-06-30'],
  ['2025-12-15', 30, 'calendar-day', '2026-01-14'],
  ['2025-09-05', 30, 'calendar-day', '2025-10-09'],
  ['2026-05-29', 1, 'calendar-day', '2026-06-01'],
] as const)('%s plus %i %s is due on %s', (start, n, unit, expected) => {
  expect(due(start, n, unit)).toMatchObject({ date: expected, provisional: false, calendar: 'CN@2026-1' });
});

it('explains every day a last day was moved past, with the holiday’s name', () => {
  const holiday = '国庆节、中秋节';
  expect(due('2025-08-05', 2, 'month').steps).toEqual([
    { date: '2025-08-05', code: 'start' },
    { date: '2025-10-05', code: 'corresponding-day' },
    { date: '2025-10-05', code: 'moved-past-rest-day', because: holiday },
    { date: '2025-10-06', code: 'moved-past-rest-day', because: holiday },
    { date: '2025-10-07', code: 'moved-past-rest-day', because: holiday },
    { date: '2025-10-08', code: 'moved-past-rest-day', because: holiday },
    { date: '2025-10-09', code: 'due' },
  ]);
});

it('names the month-end rule and the make-up workday that keeps a Saturday', () => {
  expect(due('2025-11-30', 3, 'month').steps).toEqual([
    { date: '2025-11-30', code: 'start' },
    { date: '2026-02-28', code: 'month-end' },
    { date: '2026-02-28', code: 'make-up-workday', because: '春节' },
    { date: '2026-02-28', code: 'due' },
  ]);
});

it('numbers counted working days and says why the others are passed over', () => {
  const { steps } = due('2025-09-26', 7, 'working-day');
  expect(steps[0]).toEqual({ date: '2025-09-26', code: 'start' });
  expect(steps.find((step) => step.date === '2025-09-28')).toMatchObject({
    code: 'make-up-workday',
    count: 1,
  });
  expect(steps.find((step) => step.date === '2025-09-27')).toEqual({ date: '2025-09-27', code: 'weekend' });
  expect(steps.find((step) => step.date === '2025-10-01')).toMatchObject({ code: 'rest-day' });
  expect(steps.filter((step) => step.count !== undefined).map((step) => step.count)).toEqual([
    1, 2, 3, 4, 5, 6, 7,
  ]);
  expect(steps.filter((step) => step.date !== '2025-09-26')).toHaveLength(18);
});

it('never counts the first day, not even a working one', () => {
  expect(due('2026-06-01', 1, 'working-day').date).toBe('2026-06-02');
  expect(due('2026-06-01', 1, 'calendar-day').date).toBe('2026-06-02');
});

it('calls a date in an unpublished year provisional and assumes only weekends', () => {
  expect(due('2026-11-02', 3, 'month')).toEqual({
    date: '2027-02-02',
    provisional: true,
    calendar: 'CN@2026-1',
    period: { n: 3, unit: 'month' },
    steps: [
      { date: '2026-11-02', code: 'start' },
      { date: '2027-02-02', code: 'corresponding-day' },
      { date: '2027-02-02', code: 'unknown-year', because: '2027' },
      { date: '2027-02-02', code: 'due' },
    ],
  });
  expect(due('2026-11-30', 2, 'month').date).toBe('2027-02-01');
});

it('says once that working days were counted through an unpublished year', () => {
  const result = due('2026-12-31', 7, 'working-day');
  expect(result).toMatchObject({ date: '2027-01-11', provisional: true });
  expect(result.steps.filter((step) => step.code === 'unknown-year')).toEqual([
    { date: '2027-01-01', code: 'unknown-year', because: '2027' },
  ]);
});

it('stays provisional when counted through an unpublished year into a published one', () => {
  const calendar = {
    id: 'X',
    version: 'X@1-1',
    years: { '2031': { year: 2031, restDays: {}, workDays: {}, notice: 'n' } },
  };
  const period = { n: 5, unit: 'working-day' } as const;
  expect(dueDate({ start: '2030-12-27', period, calendar })).toMatchObject({
    date: '2031-01-03',
    provisional: true,
  });
  expect(dueDate({ start: '2031-01-01', period, calendar })).toMatchObject({
    date: '2031-01-08',
    provisional: false,
  });
});

it.each([0, -1, 1.5, Number.NaN])('refuses a period of %s', (n) => {
  expect(() => due('2026-06-01', n, 'month')).toThrow(
    expect.objectContaining({ code: 'calendar.period-invalid' }),
  );
});

it('does not move a date that a resolution fixed, though it is a Sunday', () => {
  expect(fixedDueDate({ date: '2025-11-30', calendar: cnCalendar })).toEqual({
    date: '2025-11-30',
    provisional: false,
    calendar: 'CN@2026-1',
    period: null,
    steps: [{ date: '2025-11-30', code: 'fixed' }],
  });
});

it('counts a provisional date afresh once its year is published, and leaves a fixed one alone', () => {
  const counted = due('2026-06-30', 7, 'month');
  const year = { year: 2027, restDays: { '2027-02-01': 'assumed holiday' }, workDays: {}, notice: 'assumed' };
  const published = { ...cnCalendar, version: 'CN@2027-1', years: { ...cnCalendar.years, '2027': year } };
  expect(counted).toMatchObject({ date: '2027-02-01', provisional: true });
  expect(recount(counted, published)).toMatchObject({
    date: '2027-02-02',
    provisional: false,
    calendar: 'CN@2027-1',
  });
  const fixed = fixedDueDate({ date: '2027-02-01', calendar: cnCalendar });
  expect(recount(fixed, published)).toBe(fixed);
});
