import { describe, expect, it } from '@jest/globals';
import { deciding } from '../given.fixture.ts';
import { placed } from '../register/placed.fixture.ts';
import { calendarDecider, type CalendarCommand } from './calendar.register.ts';
import { calendarStream } from './calendar-step.ts';
import { calendarAt, currentCalendar } from './calendar.state.ts';
import type { CalendarYear } from './calendar.ts';
import { cn2025 } from './cn/2025.ts';
import { cnCalendar, cnCalendarYears } from './cn/cn-calendar.ts';

const decide = deciding(placed(calendarDecider));

const year2031: CalendarYear = {
  year: 2031,
  restDays: { '2030-12-31': '元旦', '2031-01-01': '元旦', '2032-01-01': '元旦' },
  workDays: { '2031-01-04': '元旦' },
  notice: 'https://example.org/2031',
};
const extended: CalendarYear = { ...year2031, restDays: { ...year2031.restDays, '2031-01-02': '元旦' } };

const publish = (calendarYear: CalendarYear, region = 'CN'): CalendarCommand => ({
  type: 'PublishCalendarYear',
  data: { region, calendarYear },
});
const correct = (calendarYear: CalendarYear, reason = 'amending notice'): CalendarCommand => ({
  type: 'CorrectCalendarYear',
  data: { region: 'CN', calendarYear, reason },
});

it('lives in a stream of its region', () => {
  expect(calendarStream('CN')).toBe('calendar-CN');
});

describe('PublishCalendarYear', () => {
  it('publishes a year under a new version', () => {
    expect(decide(publish(year2031)).last).toEqual([
      { type: 'CalendarYearPublished', data: { region: 'CN', calendarYear: year2031, version: 'CN@2031-1' } },
    ]);
  });

  it('decides nothing when repeated', () => {
    expect(decide(publish(year2031), publish(year2031)).last).toEqual([]);
  });

  it('refuses the same year with other days', () => {
    expect(decide(publish(year2031), publish(extended)).last).toEqual({
      rejected: 'calendar.year-known-differently',
      details: { year: 2031, calendar: 'CN@2031-1' },
    });
  });

  it('refuses another region’s year', () => {
    expect(decide(publish(year2031), publish({ ...year2031, year: 2032 }, 'HK')).last).toEqual({
      rejected: 'calendar.other-region',
      details: { region: 'CN' },
    });
  });

  it.each([
    [{ ...year2031, year: 20311, restDays: {}, workDays: {} }, 'year-out-of-range'],
    [{ ...year2031, notice: '  ' }, 'notice-missing'],
    [{ ...year2031, restDays: { '2031-02-30': 'x' } }, 'date-invalid'],
    [{ ...year2031, restDays: { '2030-11-30': 'x' } }, 'date-outside-year'],
    [{ ...year2031, restDays: { '2032-02-01': 'x' } }, 'date-outside-year'],
    [{ ...year2031, workDays: { '2031-01-03': 'x' } }, 'work-day-not-on-weekend'],
    [{ ...year2031, restDays: { '2031-01-04': 'x' } }, 'day-both-rest-and-work'],
  ])('refuses an impossible year (%#: %j)', (calendarYear, fault) => {
    expect(decide(publish(calendarYear)).last).toEqual({
      rejected: 'calendar.year-invalid',
      details: { faults: [fault] },
    });
  });
});

describe('CorrectCalendarYear', () => {
  it('corrects a year under the next version, with the reason', () => {
    expect(decide(publish(year2031), correct(extended)).last).toEqual([
      {
        type: 'CalendarYearCorrected',
        data: { region: 'CN', calendarYear: extended, version: 'CN@2031-2', reason: 'amending notice' },
      },
    ]);
  });

  it('decides nothing when repeated, or when nothing differs', () => {
    expect(decide(publish(year2031), correct(extended), correct(extended)).last).toEqual([]);
    expect(decide(publish(year2031), correct(year2031)).last).toEqual([]);
  });

  it('refuses to correct what was never published', () => {
    expect(decide(correct(year2031)).last).toEqual({
      rejected: 'calendar.year-unknown',
      details: { year: 2031 },
    });
  });

  it('refuses a correction without a reason', () => {
    expect(decide(publish(year2031), correct(extended, ' ')).last).toEqual({
      rejected: 'calendar.reason-missing',
    });
  });
});

describe('versions', () => {
  const { events, state } = decide(
    ...cnCalendarYears.map((known) => publish(known)),
    correct({ ...cn2025, notice: 'amended' }),
    publish({ ...year2031, year: 2017, restDays: {}, workDays: {} }),
    publish({ ...year2031, year: 2027, restDays: {}, workDays: {} }),
  );

  it('are named after the latest year, never twice, also when an older year is corrected or added', () => {
    expect(events.map((event) => event.data.version).slice(-5)).toEqual([
      'CN@2025-1',
      'CN@2026-1',
      'CN@2026-2',
      'CN@2026-3',
      'CN@2027-1',
    ]);
    expect(new Set(events.map((event) => event.data.version)).size).toBe(events.length);
  });

  it('give the built-in calendar back as it was, whatever came later', () => {
    expect(calendarAt(state, 'CN@2026-1')).toEqual(cnCalendar);
    expect(calendarAt(state, 'CN@2026-2')?.years['2025']?.notice).toBe('amended');
    expect(calendarAt(state, 'CN@2028-1')).toBeUndefined();
    expect(currentCalendar(state)?.version).toBe('CN@2027-1');
  });

  it('are none before the first publication', () => {
    expect(currentCalendar(calendarDecider.initialState)).toBeUndefined();
    expect(calendarAt(calendarDecider.initialState, 'CN@0-0')).toBeUndefined();
  });
});
