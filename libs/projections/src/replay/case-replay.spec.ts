import { describe, expect, it } from '@jest/globals';
import { longestHold } from '../../../../test/setup/thread-time.ts';
import { foldCase, type Until } from '../fold/fold-case.ts';
import type { LoggedFact } from '../fold/log-entry.ts';
import { caseReplay } from './case-replay.ts';
import { goldenCases, goldenStream } from './golden-log.fixture.ts';

/** A case of so many events: its organ reports progress, and reports again. */
const longCase = (length: number): readonly LoggedFact[] => {
  const events = goldenStream('case-g1');
  const at = events.findIndex(({ type }) => type === 'ProgressReported');
  const report = events[at];
  if (report === undefined) throw new Error('the golden case reports no progress');
  const more = Array.from({ length: length - events.length }, (_, n) => ({
    ...report,
    id: `${report.id}-${n}`,
  }));
  return [...events.slice(0, at), ...more, ...events.slice(at)].map((event, revision) => ({
    ...event,
    revision,
  }));
};

describe('a case at any moment', () => {
  it.each(goldenCases().map((events) => [events[0]?.stream ?? '', events] as const))(
    '%s is what folding it from the first event gives, at every revision and instant, on both axes',
    (_stream, events) => {
      const replay = caseReplay(events);
      const moments = events.flatMap(({ revision, metadata }): Until[] => [
        { version: revision },
        { asOf: metadata.recordedAt, by: 'recorded' },
        { asOf: metadata.occurredAt, by: 'occurred' },
      ]);
      for (const until of moments) expect(replay.at(until)).toEqual(foldCase(events, until));
      expect(replay.at()).toEqual(foldCase(events));
    },
  );

  it('is null before it began', () => {
    const replay = caseReplay(goldenStream('case-g1'));
    expect(replay.at({ version: -1 })).toBeNull();
    expect(replay.at({ asOf: '1990-01-01T00:00:00Z', by: 'recorded' })).toBeNull();
    expect(caseReplay([]).at()).toBeNull();
  });

  it('crosses snapshots without a seam', () => {
    const events = longCase(600);
    const replay = caseReplay(events);
    for (const version of [254, 255, 256, 257, 511, 512, 513, 599])
      expect(replay.at({ version })).toEqual(foldCase(events, { version }));
  });

  it('is refused when the history has a hole', () => {
    const events = goldenStream('case-g1');
    expect(() => caseReplay(events.slice(1))).toThrow('replay.not-whole');
    expect(() => caseReplay([...events.slice(0, 2), ...events.slice(3)])).toThrow('replay.not-whole');
  });

  it('is at any revision of 10,000 events within 300 ms, and what the last step changed with it', async () => {
    const events = longCase(10_000);
    const replay = caseReplay(events);
    for (const version of [1, 255, 4_999, 5_000, 9_700, 9_999]) {
      const held = await longestHold(() => {
        replay.at({ version });
        replay.difference({ version }, { version: version - 1 }, 'zh');
      });
      expect(held).toBeLessThan(300);
    }
  });
});

describe('the difference between two moments', () => {
  it('is that of the two states', () => {
    const replay = caseReplay(goldenStream('case-g1'));
    const [first] = replay.difference({ version: 0 }, { version: 1 }, 'zh');
    expect(first).toMatchObject({ kind: 'added', before: null });
    expect(first?.pointer).toMatch(/^\/items\//);
    expect(replay.difference('nothing', { version: 0 }, 'zh').map(({ pointer }) => pointer)).toContain(
      '/status',
    );
    expect(replay.difference({ version: 5 }, { version: 5 }, 'zh')).toEqual([]);
  });
});
