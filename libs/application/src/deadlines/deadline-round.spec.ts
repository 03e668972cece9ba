import { describe, expect, it } from '@jest/globals';
import { cnCalendar, cqDefault1, ruleSetName, type Calendar } from '@duban/domain';
import type { CaseCommands } from '../case/case-commands.ts';
import type { ReferenceData } from '../reference/reference-data.ts';
import type { ClockIndex, RungGroup } from './clock-index.port.ts';
import { deadlineRound, type DeadlinePorts } from './deadline-round.ts';

const now = Date.parse('2026-07-10T09:00:00+08:00');
const rules = ruleSetName(cqDefault1);
const earlier: Calendar = { ...cnCalendar, version: 'CN@2025-1' };
const { 2026: _gone, ...without2026 } = cnCalendar.years;
const incomplete: Calendar = { id: 'CN', version: 'CN@2025-2', years: without2026 };

const reference: ReferenceData = {
  calendar: cnCalendar,
  calendarAt: (version) =>
    [earlier, incomplete, cnCalendar].find((known) => known.version === version) ?? null,
  organs: {},
  linkedPersons: {},
  bodies: {},
  termEnds: [],
  ruleSets: { [rules]: cqDefault1 },
  ruleSetOn: () => rules,
};

type Due = { readonly caseId: string; readonly group: RungGroup; readonly due: string };
type Counted = { readonly caseId: string; readonly calendar: string; readonly latest: string };

const fresh: RungGroup = { ruleSet: rules, noted: [] };
const warned: RungGroup = { ruleSet: rules, noted: ['due-10', 'due+1', 'due+10'] };

/** Two cases a page, so that every list has pages. */
const indexOf = (
  due: readonly Due[],
  counted: readonly Counted[] = [],
  unsure: readonly string[] = [],
): ClockIndex => {
  const page = (caseIds: readonly string[], cursor: string | null) => {
    const from = Number(cursor ?? 0);
    const next = from + 2 < caseIds.length ? String(from + 2) : null;
    return { caseIds: caseIds.slice(from, from + 2), next };
  };
  return {
    groups: () => [...new Set(due.map(({ group }) => group))],
    dueCases: (group, { from, to }, cursor) =>
      page(
        due
          .filter((row) => row.group === group && row.due <= to && (from === null || row.due >= from))
          .map(({ caseId }) => caseId),
        cursor,
      ),
    calendars: () => [...new Set(counted.map(({ calendar }) => calendar))],
    countedCases: (calendar, since, cursor) =>
      page(
        counted.filter((row) => row.calendar === calendar && row.latest >= since).map(({ caseId }) => caseId),
        cursor,
      ),
    unsureCases: () => unsure,
  };
};

const round = (index: ClockIndex, ports: Partial<DeadlinePorts> = {}) => {
  const sent: string[] = [];
  const cases: CaseCommands = async (caseId, { type }) => {
    sent.push(`${type} ${caseId}`);
    const moved = type === 'RecomputeDueDates' && caseId.startsWith('moved');
    return moved
      ? {
          ...{ outcome: 'accepted', revision: 1, position: '' as never, replayed: false },
          events: [{ type: 'DueDateRecomputed', id: 'e' }],
        }
      : { outcome: 'nothing-to-do', revision: 1, position: '' as never };
  };
  const run = deadlineRound({
    ...{ cases, index, clock: { now: () => now }, recounted: new Map<string, string>() },
    reference: { current: async () => reference, latest: async () => reference, close: () => undefined },
    breathe: async () => undefined,
    signal: new AbortController().signal,
    ...ports,
  });
  return { run, sent };
};

describe('a round of dates', () => {
  it('touches the cases of which the ladder has something new to say, and no other', async () => {
    const { run, sent } = round(
      indexOf([
        { caseId: 'far', group: fresh, due: '2026-12-01' },
        { caseId: 'near', group: fresh, due: '2026-07-20' },
        { caseId: 'today', group: fresh, due: '2026-07-10' },
        { caseId: 'late', group: fresh, due: '2026-07-01' },
        { caseId: 'later', group: fresh, due: '2026-06-20' },
        { caseId: 'told', group: warned, due: '2026-06-20' },
        { caseId: 'untold', group: warned, due: '2026-06-10' },
      ]),
    );
    const { looked, whole } = await run;
    expect(sent.toSorted()).toEqual(
      ['late', 'later', 'near', 'today', 'untold'].map((caseId) => `NoteDeadlines ${caseId}`),
    );
    expect([looked, whole]).toEqual([5, true]);
  });

  it('counts anew what went through days of which the calendar says something else now, once', async () => {
    const index = indexOf(
      [],
      [
        { caseId: 'same', calendar: earlier.version, latest: '2026-09-01' },
        { caseId: 'before', calendar: incomplete.version, latest: '2025-12-30' },
        { caseId: 'moved', calendar: incomplete.version, latest: '2026-09-01' },
        { caseId: 'stays', calendar: incomplete.version, latest: '2026-02-01' },
        { caseId: 'unknown', calendar: 'CN@1999-1', latest: '1999-02-01' },
        { caseId: 'current', calendar: cnCalendar.version, latest: '2026-09-01' },
      ],
    );
    const recounted = new Map<string, string>();
    const { run, sent } = round(index, { recounted });
    await run;
    expect(sent).toEqual([
      'RecomputeDueDates moved',
      'NoteDeadlines moved',
      'RecomputeDueDates stays',
      'RecomputeDueDates unknown',
    ]);
    const again = round(index, { recounted });
    await again.run;
    expect(again.sent).toEqual([]);
  });

  it('looks at cases of unknown rules that are due, so that their refusal is seen', async () => {
    const group: RungGroup = { ruleSet: 'nobody@1', noted: [] };
    const { run, sent } = round(indexOf([{ caseId: 'odd', group, due: '2026-07-10' }]));
    await run;
    expect(sent).toEqual(['NoteDeadlines odd']);
  });

  it('looks at cases of which the index knows too little', async () => {
    const { run, sent } = round(indexOf([], [], ['parked']));
    await run;
    expect(sent).toEqual(['RecomputeDueDates parked', 'NoteDeadlines parked']);
  });

  it('ends before its next case when it is told to, and says that it was not whole', async () => {
    const ending = new AbortController();
    let breaths = 0;
    const due = ['a', 'b', 'c', 'd'].map((caseId) => ({ caseId, group: fresh, due: '2026-07-10' }));
    const { run, sent } = round(indexOf(due), {
      signal: ending.signal,
      breathe: async () => {
        breaths += 1;
        if (breaths === 3) ending.abort();
      },
    });
    expect((await run).whole).toBe(false);
    expect(sent).toEqual(['NoteDeadlines a', 'NoteDeadlines b']);
  });
});
