import { describe, expect, it } from '@jest/globals';
import type { LoggedFact } from '../fold/log-entry.ts';
import { goldenCases, goldenStream } from './golden-log.fixture.ts';
import { historyOf } from './history.ts';

const g1 = goldenStream('case-g1');

const recordedLater = (events: readonly LoggedFact[], revision: number, recordedAt: string) =>
  events.map((event) =>
    event.revision === revision ? { ...event, metadata: { ...event.metadata, recordedAt } } : event,
  );

describe('the history of a case', () => {
  it('tells every event in both languages, in log order', () => {
    for (const events of goldenCases()) {
      const [zh, en] = [historyOf(events, { language: 'zh' }), historyOf(events, { language: 'en' })];
      expect(zh.map(({ revision }) => revision)).toEqual(events.map(({ revision }) => revision));
      zh.forEach(({ sentence, label }, index) => {
        expect(sentence).not.toBe('');
        expect(sentence).not.toBe(en[index]?.sentence);
        expect(label).not.toBe(en[index]?.label);
      });
    }
  });

  it('ends with the moment that is asked for', () => {
    expect(historyOf(g1, { language: 'zh', until: { version: 2 } })).toHaveLength(3);
  });

  it('says of a fact that was recorded later how many days later', () => {
    const told = historyOf(recordedLater(g1, 1, '2025-08-20T01:00:00.000Z'), { language: 'en' });
    expect(told[1]).toMatchObject({ kind: 'late' });
    expect(told[1]?.lateDays).toBeGreaterThan(1);
    expect(told[0]).toMatchObject({ kind: 'observed', lateDays: 0 });
  });

  it('joins a correction and what it corrects, both still there', () => {
    const corrected =
      goldenCases().find((events) => events.some(({ type }) => type === 'EventCorrected')) ?? [];
    const told = historyOf(corrected, { language: 'zh' });
    const correction = told.find(({ kind }) => kind === 'correction');
    const target = told.find(({ revision }) => revision === correction?.corrects);
    expect(target?.correctedBy).toContain(correction?.revision);
    const before = historyOf(corrected, {
      language: 'zh',
      until: { version: (correction?.revision ?? 0) - 1 },
    });
    expect(before.find(({ revision }) => revision === target?.revision)?.correctedBy).toEqual([]);
  });

  it('marks what a register says as imported', () => {
    const kinds = historyOf(goldenStream('case-g4'), { language: 'zh' }).filter(({ type }) =>
      type.startsWith('ItemImport'),
    );
    expect(kinds.length).toBeGreaterThan(0);
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['imported']));
  });

  it('uses the names that the asker may see', () => {
    const named = historyOf(g1, {
      language: 'zh',
      nameOf: (id) => (id === 'cq-npcsc-so' ? '督办室' : undefined),
    });
    expect(named[0]?.sentence).toContain('督办室');
  });
});
