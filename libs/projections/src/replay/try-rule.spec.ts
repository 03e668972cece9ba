import { describe, expect, it } from '@jest/globals';
import {
  addCalendarDays,
  calendarDaysBetween,
  cnCalendar,
  cqDefault1,
  lightOf,
  type RuleSet,
} from '@duban/domain';
import fc from 'fast-check';
import { caseReplay, type CaseReplay } from './case-replay.ts';
import { dayEnd } from './day-end.ts';
import { goldenCases } from './golden-log.fixture.ts';
import { redDays } from './red-days.ts';
import { tryRule, type Trial } from './try-rule.ts';
import { watchedDates } from './watched-dates.ts';

const cases = goldenCases();
const period = { from: '2025-03-01', to: '2026-12-31' };
const trial = (change: Partial<RuleSet> = {}): Trial => ({
  ...period,
  draft: { ...cqDefault1, version: 2, ...change },
  ruleSets: { 'cq-default@1': cqDefault1 },
  current: cqDefault1,
  calendar: cnCalendar,
});

const everyDay = Array.from({ length: calendarDaysBetween(period.from, period.to) + 1 }, (_, n) =>
  addCalendarDays(period.from, n),
);

/** One entry for each date and day on which the default rules show it red; asked day by day. */
const redDates = (replay: CaseReplay): readonly string[] =>
  everyDay.flatMap((today) => {
    const items = Object.values(replay.at({ asOf: dayEnd(today), by: 'occurred' })?.state.items ?? {});
    const watched = items
      .filter(({ imported }) => imported === null)
      .flatMap((item) => watchedDates(item).map((date) => ({ ...date, item })));
    return watched.flatMap(({ item, which, assignmentId, due }) => {
      const asked = { dueDate: due.date, today, calendar: cnCalendar, closed: false };
      const isRed = lightOf(cqDefault1, asked).color === 'red';
      return isRed ? [JSON.stringify([item.itemId, item.cycle?.n, which, assignmentId])] : [];
    });
  });

describe('a draft rule set, tried on the past', () => {
  it('shows what its own rules showed when it says the same', () => {
    const tried = tryRule(cases, trial());
    expect(tried.length).toBeGreaterThan(0);
    for (const { underDraft, underOwn } of tried) expect(underDraft).toEqual(underOwn);
  });

  it('counts the red days that asking every day, one by one, would count', () => {
    const counted = new Map<string, number>();
    for (const key of cases.map(caseReplay).flatMap(redDates)) counted.set(key, (counted.get(key) ?? 0) + 1);
    const imported = new Set(
      cases.flat().flatMap(({ type, data }) => (type === 'ItemImported' ? [data['itemId']] : [])),
    );
    const tried = tryRule(cases, trial()).filter(({ itemId }) => !imported.has(itemId));
    const days = tried.map(({ itemId, cycle, which, assignmentId, underOwn }) => [
      JSON.stringify([itemId, cycle, which, assignmentId]),
      underOwn?.days ?? 0,
    ]);
    expect(new Map(days as [string, number][])).toEqual(counted);
  });

  it('turns co-opinions red sooner when they are asked for within five working days', () => {
    const shorter = trial({
      periods: { ...cqDefault1.periods, coOpinion: { n: 5, unit: 'working-day' } },
    });
    const opinions = tryRule(cases, shorter).filter(({ which }) => which === 'co-opinion');
    const more = opinions.filter(
      ({ underDraft, underOwn }) => (underDraft?.days ?? 0) > (underOwn?.days ?? 0),
    );
    expect(more.length).toBeGreaterThan(0);
  });

  it('leaves dates alone that were fixed for one item', () => {
    const shorter = trial({ periods: { ...cqDefault1.periods, opinionsReport: { n: 1, unit: 'month' } } });
    const fixed = cases
      .flat()
      .filter(({ type, data }) => type === 'ItemAssigned' && data['legalPeriod'] === null);
    const ids = fixed.map(({ data }) => data['itemId']);
    for (const { itemId, which, cycle, underDraft, underOwn } of tryRule(cases, shorter))
      if (ids.includes(itemId) && which === 'due' && cycle === 1) expect(underDraft).toEqual(underOwn);
  });
});

describe('the red days of a date', () => {
  const day = fc.integer({ min: 0, max: 700 }).map((n) => addCalendarDays('2025-01-01', n));

  it('are those on which the rule says red', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 90 }), (dueDate, from, length) => {
        const span = { from, to: addCalendarDays(from, length) };
        const found = redDays({ lights: cqDefault1.lights, calendar: cnCalendar, dueDate }, span);
        const total = found.reduce((sum, days) => sum + calendarDaysBetween(days.from, days.to) + 1, 0);
        const asked = Array.from({ length: length + 1 }, (_, n) => addCalendarDays(from, n)).filter(
          (today) =>
            lightOf(cqDefault1, { dueDate, today, calendar: cnCalendar, closed: false }).color === 'red',
        );
        expect(total).toBe(asked.length);
        expect(found[0]?.from).toBe(asked[0]);
      }),
      { numRuns: 60 },
    );
  });

  it('may come before the date, and end, when the lights say so', () => {
    const lights: RuleSet['lights'] = [
      { id: 'gone', color: 'grey', atOrBelowWorkingDays: -1 },
      { id: 'soon', color: 'red', atOrBelowWorkingDays: 2 },
      { id: 'else', color: 'green', atOrBelowWorkingDays: null },
    ];
    const span = { from: '2026-03-01', to: '2026-03-31' };
    expect(redDays({ lights, calendar: cnCalendar, dueDate: '2026-03-20' }, span)).toEqual([
      { from: '2026-03-18', to: '2026-03-20' },
    ]);
  });
});
