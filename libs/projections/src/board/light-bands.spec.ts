import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarDays, cnCalendar, cqDefault1, lightOf } from '@duban/domain';
import { lightBands, workingDaysLeft } from './light-bands.ts';

const bandOf = (today: string, due: string): string | undefined =>
  lightBands({ rules: cqDefault1, calendar: cnCalendar, today }).find(({ to }) => to === null || due <= to)
    ?.rule;

describe('light bands', () => {
  it('say of every due date what the rule says, on any day of the calendar', () => {
    const days = fc.integer({ min: 0, max: 3_000 }).map((n) => addCalendarDays('2018-06-01', n));
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (today, offset) => {
        const dueDate = addCalendarDays(today, offset);
        const light = lightOf(cqDefault1, { dueDate, today, calendar: cnCalendar, closed: false });
        expect(bandOf(today, dueDate)).toBe(light.rule);
        expect(workingDaysLeft(cnCalendar, today, dueDate)).toBe(light.workingDaysLeft);
      }),
      { numRuns: 60 },
    );
  });

  it('cover every date without a gap', () => {
    const bands = lightBands({ rules: cqDefault1, calendar: cnCalendar, today: '2026-02-10' });
    expect(bands[0]?.from).toBeNull();
    expect(bands.at(-1)?.to).toBeNull();
    bands.slice(1).forEach(({ from }, index) => {
      expect(from).toBe(addCalendarDays(bands[index]?.to ?? '', 1));
    });
  });

  it('hold for a rule set whose light is lit weeks ahead', () => {
    const rules = { lights: [{ id: 'far', color: 'yellow' as const, atOrBelowWorkingDays: 60 }] };
    const [near, far] = lightBands({ rules, calendar: cnCalendar, today: '2025-01-20' });
    expect([near?.rule, far?.rule]).toEqual(['far', 'no-light-rule']);
  });
});
