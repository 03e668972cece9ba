import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { classOf, decodeEventOf, officePapers, type Audience } from '@duban/contracts';
import { caseDecider, type CaseState, type OpenedCase } from '@duban/domain';
import type { StoredEvent } from '@duban/event-store';
import { audienceOf } from './audience.ts';
import { caseSeenBy } from './case-seen-by.ts';
import { ROLES } from '@duban/kernel';

const folder = new URL('../../../../test/replay/golden/', import.meta.url);
const decode = decodeEventOf('case');

const goldenCases = (): readonly (readonly StoredEvent[])[] =>
  [
    ...Map.groupBy(
      globSync('*.ndjson', { cwd: folder })
        .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n'))
        .map((line) => JSON.parse(line) as StoredEvent)
        .sort((a, b) => a.revision - b.revision),
      ({ stream }) => stream,
    ),
  ].flatMap(([stream, events]) => (stream.startsWith('case-') ? [events] : []));

const folded = (events: readonly StoredEvent[]): OpenedCase => {
  const state = events.reduce<CaseState>(
    (before, stored) => caseDecider.evolve(before, decode(stored)),
    caseDecider.initialState,
  );
  if (state.status === 'unopened') throw new Error('the case was never opened');
  return state;
};

const isPaper = (event: StoredEvent): boolean => classOf(event) === 'office';

describe('a case with papers of the office', () => {
  it.each(officePapers)('is the case without %s to an organ, but that it is archived', (type) => {
    const cases = goldenCases().filter((events) => events.some((event) => event.type === type));
    expect(cases.length).toBeGreaterThan(0);
    for (const events of cases) {
      const { status, ...seen } = caseSeenBy(folded(events), 'parties');
      const { status: before, ...without } = folded(events.filter((event) => !isPaper(event)));
      expect(seen).toEqual(without);
      if (status !== before) expect([status, type]).toEqual(['archived', type]);
    }
  });

  it('is whole for the office, and tells auditors of its papers by number and day', () => {
    const papers = goldenCases()
      .map(folded)
      .filter(({ partyReports }) => partyReports.length > 0);
    expect(papers.length).toBeGreaterThan(0);
    for (const state of papers) {
      expect(caseSeenBy(state, 'office')).toBe(state);
      const seen = caseSeenBy(state, 'audit').partyReports;
      expect(seen.map(({ docNo, date }) => [docNo, date])).toEqual(
        state.partyReports.map(({ docNo, date }) => [docNo, date]),
      );
      expect(seen.map(({ subject }) => subject)).toEqual(seen.map(() => '\u2400withheld'));
    }
  });
});

describe('every role', () => {
  it('is somebody to a paper, and one that nobody knows the least', () => {
    const of = Object.groupBy(ROLES, audienceOf) as Partial<Record<Audience, readonly string[]>>;
    expect(of.office).toEqual(['supervision-office', 'chairpersons-council', 'general-office']);
    expect(of.audit).toEqual(['auditor', 'audit-admin']);
    expect(of.parties).toEqual(['organ-lead', 'organ-co', 'government-office']);
    expect(audienceOf('system')).toBe('analysis');
  });
});
