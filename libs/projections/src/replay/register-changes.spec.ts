import { describe, expect, it } from '@jest/globals';
import { addCalendarDays, cnCalendar, cqDefault1, occurredOn } from '@duban/domain';
import { caseReplay } from './case-replay.ts';
import { goldenCases, goldenStream } from './golden-log.fixture.ts';
import { registerAt, type Grounds } from './register-at.ts';
import { registerChanges, type Between } from './register-changes.ts';

const grounds: Grounds = { rules: cqDefault1, calendar: cnCalendar };
const groundsOn = () => grounds;
const replays = goldenCases().map(caseReplay);
const days = [
  ...new Set(goldenCases().flatMap((events) => events.map(({ metadata }) => occurredOn(metadata)))),
].sort();
const between = (from: string, to: string, by: Between['by'] = 'occurred'): Between => ({
  ...{ from, to, by },
  groundsOn,
});
const open = (date: string, by: Between['by']) =>
  replays
    .flatMap((replay) => registerAt(replay, { date, by }, grounds))
    .filter(({ standing }) => standing.open);

describe('what changed in the register between two days', () => {
  it('is nothing between a day and itself', () => {
    for (const day of days) expect(registerChanges(replays, between(day, day))).toEqual([]);
  });

  it.each(['recorded', 'occurred'] as const)('accounts for every open item on the %s axis', (by) => {
    days.slice(1).forEach((to, index) => {
      const from = days[index] ?? to;
      const changes = registerChanges(replays, between(from, to, by));
      const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
      expect(open(to, by)).toHaveLength(open(from, by).length + count('entered') - count('left'));
    });
  });

  it('names the item, where it stood and what of it changed', () => {
    const g1 = goldenStream('case-g1');
    const dayOf = (type: string) => {
      const event = g1.find((each) => each.type === type);
      return event === undefined ? '' : occurredOn(event.metadata);
    };
    const assigned = dayOf('ItemAssigned');
    const changes = registerChanges([caseReplay(g1)], between(addCalendarDays(assigned, -1), assigned));
    const [change] = changes.filter(({ parts }) => parts.includes('due'));
    expect(change).toMatchObject({ kind: 'changed', caseNo: '督〔2025〕1号', imported: false });
    expect(change?.parts).toEqual(expect.arrayContaining(['stage', 'due', 'light']));
    expect(change?.before?.due).toBeNull();
    expect(change?.after).toMatchObject({ open: true, cycle: 1 });
  });

  it('has whole lives that lie between the two days', () => {
    const first = days[0] ?? '';
    const changes = registerChanges(replays, between(addCalendarDays(first, -1), '2030-01-01'));
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['entered', 'came-and-went']));
    expect(changes.map(({ before }) => before)).toEqual(changes.map(() => null));
  });

  it('changes light by the calendar alone', () => {
    const before = open('2025-08-15', 'occurred');
    const changes = registerChanges(replays, between('2025-08-15', '2025-08-16'));
    expect(before.length).toBeGreaterThan(0);
    expect(changes.every(({ parts }) => !parts.includes('leads'))).toBe(true);
  });

  it('is told by case number', () => {
    const numbers = registerChanges(replays, between('2018-01-01', '2030-01-01')).map(({ caseNo }) => caseNo);
    expect(numbers).toEqual([...numbers].sort());
  });
});
