import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allProjections } from '@duban/projections';
import type { ReadStore } from '../api/read-store.ts';
import type { Deadline, DeadlinesQuery } from '../api/report.query.ts';
import { openReadStore } from '../open-read-store.ts';
import { readerOf } from '../recorded.fixture.ts';
import { rebuildReadModels } from '../runner/rebuild.ts';
import { storyEvents } from '../story.fixture.ts';

const today = '2025-03-01';
let dir = '';
let store: ReadStore;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'duban-dates-'));
  const reader = readerOf(storyEvents({ cases: 20, itemsPerCase: 3, seed: 11 }));
  await rebuildReadModels({ dir, reader, projections: allProjections });
  store = openReadStore({ dir, reader });
});
afterAll(() => {
  store.close();
  rmSync(dir, { recursive: true, force: true });
});

const all = (query: Partial<DeadlinesQuery> = {}): readonly Deadline[] => {
  const items: Deadline[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const page = store.deadlines({ today, ...query, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.next ?? undefined;
    more = cursor !== undefined;
  }
  return items;
};

describe('the list of dates', () => {
  it('has what is owed of cases among the dates of items, by day, however it is paged', () => {
    const whole = all({ limit: 500 });
    expect(all({ limit: 7 })).toEqual(whole);
    expect(whole.map(({ date }) => date)).toEqual(whole.map(({ date }) => date).sort());
    const kinds = new Set(whole.map(({ kind }) => kind));
    expect([kinds.has('publication'), kinds.has('due')]).toEqual([true, true]);
  });

  it('tells of a publication what, to whom and twenty days after what, owed by the office and of no item', () => {
    const owed = all({ kind: ['publication'] });
    expect(new Set(owed.map(({ kind, itemId, cycle }) => [kind, itemId, cycle].join(' ')))).toEqual(
      new Set(['publication  0']),
    );
    const [first] = owed;
    expect(owed.filter(({ caseId }) => caseId === first?.caseId).map(({ reference }) => reference)).toEqual(
      expect.arrayContaining(['opinions/deputies', 'opinions/public', 'report/deputies', 'report/public']),
    );
  });

  it('says of each that waits whether its day is over', () => {
    const dates = all({ open: false, limit: 500 });
    for (const { date, open, late } of dates) expect(late).toBe(open && date < today);
    expect(new Set(dates.map(({ late }) => late)).size).toBe(2);
  });

  it('knows nothing of a case that is not there for the asker', () => {
    const [first] = all();
    const without = [first?.caseId ?? ''];
    expect(all({ without, open: false }).filter(({ caseId }) => without.includes(caseId))).toEqual([]);
    expect(all({ without }).length).toBeLessThan(all().length);
  });
});
