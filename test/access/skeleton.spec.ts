import { describe, expect, it } from '@jest/globals';
import { caseSeenBy } from '@duban/application';
import { decodeEventOf, eventSeenBy, eventTextPlaces, officePapers, type Audience } from '@duban/contracts';
import { caseDecider, type CaseEvent, type CaseState, type OpenedCase } from '@duban/domain';
import type { StoredEvent } from '@duban/event-store';
import type { JsonObject, Recorded } from '@duban/kernel';
import fc from 'fast-check';
import { walk, walks } from '../../libs/domain/src/case/case-walk.fixture.ts';
import { goldenCaseLogs } from './golden-cases.ts';
import { markedLog, type Mark } from './marked-log.ts';

const AUDIENCES: readonly Audience[] = ['office', 'audit', 'congress', 'parties', 'analysis'];

/** Written by hand: who reads a text of which class. */
const READS: Readonly<Record<string, readonly Audience[]>> = {
  parties: ['office', 'audit', 'congress', 'parties'],
  congress: ['office', 'audit', 'congress'],
};

const RUNS = 40;
const decode = decodeEventOf('case');

/** No golden report says what stands in the way. */
const withBlockers = (event: Recorded<CaseEvent>): Recorded<CaseEvent> =>
  event.type === 'ProgressReported' ? { ...event, data: { ...event.data, blockers: '管线图纸缺失' } } : event;

/** Every type of event, as releases wrote it. */
const goldenLogs = (): readonly (readonly Recorded<CaseEvent>[])[] =>
  goldenCaseLogs().map((events: readonly StoredEvent[]) => events.map(decode).map(withBlockers));

const check = (predicate: (log: readonly Recorded<CaseEvent>[], marks: readonly Mark[]) => void): void => {
  fc.assert(
    fc.property(walks, (chosen) => {
      const marked = markedLog(walk(chosen).log);
      predicate(marked.log, marked.marks);
    }),
    { numRuns: RUNS, seed: 20261130 },
  );
};

const seenEvent = (event: Recorded<CaseEvent>, audience: Audience): Recorded<CaseEvent> | null => {
  const told = { ...event, data: event.data as object as JsonObject, metadata: { basis: {} } };
  return eventSeenBy(told, audience) as object as Recorded<CaseEvent> | null;
};

/** What a reader is never told wrongly: where everything stands, since when and until when. */
const skeletonOf = ({ status, opened, closedOn, items }: OpenedCase): object => ({
  ...{ status, opened, closedOn },
  items: Object.values(items).map((item) => ({
    ...{ itemId: item.itemId, stage: item.stage, resumeTo: item.resumeTo, failures: item.failures },
    ...{ disposition: item.disposition, lookBackDue: item.lookBackDue, title: item.title },
    cycles: [...item.pastCycles, item.cycle].map((cycle) => ({
      ...{ n: cycle?.n, due: cycle?.due, planDue: cycle?.planDue, startedOn: cycle?.startedOn },
      conclusions: cycle?.conclusions.map(({ on, data }) => [on, data.outcome]),
      organs: cycle?.assignments.map(({ organ, receivedOn, endedOn }) => [organ, receivedOn, endedOn]),
    })),
  })),
});

const eachState = (
  log: readonly Recorded<CaseEvent>[],
  predicate: (state: OpenedCase, audience: Audience) => void,
): void => {
  let state: CaseState = caseDecider.initialState;
  for (const event of log) {
    state = caseDecider.evolve(state, event);
    if (state.status !== 'unopened') for (const audience of AUDIENCES) predicate(state, audience);
  }
};

describe('the skeleton of a case', () => {
  it('is at every moment the same for everybody', () => {
    let compared = 0;
    let differing = 0;
    check((log) => {
      eachState(log, (state, audience) => {
        compared += 1;
        const seen = skeletonOf(caseSeenBy(state, audience));
        if (JSON.stringify(seen) !== JSON.stringify(skeletonOf(state))) differing += 1;
      });
    });
    expect(differing).toBe(0);
    expect(compared).toBeGreaterThan(5_000);
  });

  it.each(officePapers)('is not moved by %s of the office, which changes its own list alone', (type) => {
    const OWN: Readonly<Record<string, readonly string[]>> = {
      PartyReportRecorded: ['partyReports'],
      CaseArchived: ['archived', 'status'],
      ArchiveCorrected: [],
    };
    const logs = goldenLogs().filter((log) => log.some((event) => event.type === type));
    expect(logs.length).toBeGreaterThan(0);
    for (const log of logs) {
      let before: CaseState = caseDecider.initialState;
      for (const event of log) {
        const after = caseDecider.evolve(before, event);
        const [one, other] = [before, after] as object[] as Record<string, unknown>[];
        const changed = Object.keys(other ?? {}).filter((name) => one?.[name] !== other?.[name]);
        if (event.type === type) expect(changed.sort()).toEqual(OWN[type]);
        before = after;
      }
    }
  });
});

describe('the texts of a case', () => {
  const checkTexts = (
    log: readonly Recorded<CaseEvent>[],
    marks: readonly Mark[],
    meet: (words: string) => unknown,
  ): void => {
    eachState(log, (state, audience) => {
      const [whole, seen] = [state, caseSeenBy(state, audience)].map((one) => JSON.stringify(one));
      const standing = marks.filter(({ words }) => whole?.includes(words));
      const found = standing.filter(({ words }) => seen?.includes(words));
      const lawful = standing.filter(({ readers }) => READS[readers]?.includes(audience));
      expect([audience, found]).toEqual([audience, lawful]);
      for (const { words } of standing) meet(words);
    });
  };

  it('are read by those of their class and by nobody else, wherever the state has them', () => {
    const met = new Set<string>();
    const meet = (words: string): unknown => met.add(words.replace(/¶(\D+).*/, '$1'));
    check((log, marks) => {
      checkTexts(log, marks, meet);
    });
    for (const golden of goldenLogs()) {
      const { log, marks } = markedLog(golden);
      checkTexts(log, marks, meet);
    }
    const withTexts = [...eventTextPlaces].flatMap(([type, places]) => (places.length > 0 ? [type] : []));
    // Their reasons stand in the history only.
    const notKept = [
      ...['ItemReassigned', 'ItemReopened', 'ItemImportTakenBack'],
      ...['CorrectionConfirmed', 'CorrectionDeclined'],
    ];
    expect([...met].sort()).toEqual(withTexts.filter((type) => !notKept.includes(type)).sort());
  });

  it('are masked in the state as in the events that it is folded from', () => {
    check((log) => {
      for (const audience of AUDIENCES) {
        let [state, folded]: CaseState[] = [caseDecider.initialState, caseDecider.initialState];
        for (const event of log) {
          state = caseDecider.evolve(state ?? caseDecider.initialState, event);
          const seen = seenEvent(event, audience);
          // That a case was archived is seen by everybody, by what number is not.
          if (seen !== null) folded = caseDecider.evolve(folded ?? caseDecider.initialState, seen);
          else if (event.type === 'CaseArchived') folded = { ...(folded as OpenedCase), status: 'archived' };
        }
        if (state === undefined || state.status === 'unopened') continue;
        expect(caseSeenBy(state, audience)).toEqual(folded);
      }
    });
  });
});
