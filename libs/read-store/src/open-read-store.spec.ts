import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { foldCase, allProjections } from '@duban/projections';
import type { EventReader, StoredEvent } from '@duban/event-store';
import { numberedPosition } from '@duban/event-store';
import type { BoardItem, BoardQuery } from './api/board.query.ts';
import type { ReadStore } from './api/read-store.ts';
import { openReadStore } from './open-read-store.ts';
import { rebuildReadModels } from './runner/rebuild.ts';
import { readerOf, recorded } from './recorded.fixture.ts';
import { storyEvents } from './story.fixture.ts';

const today = '2026-01-20';
const story = storyEvents({ cases: 20, itemsPerCase: 3, seed: 11 });

let dir = '';
let stores: ReadStore[] = [];
let storyDir = '';
let store: ReadStore;

/** Most questions are asked of one and the same log. */
beforeAll(async () => {
  storyDir = mkdtempSync(join(tmpdir(), 'duban-story-'));
  const reader = readerOf(story);
  await rebuildReadModels({ dir: storyDir, reader, projections: allProjections });
  store = openReadStore({ dir: storyDir, reader });
});

afterAll(() => {
  store.close();
  rmSync(storyDir, { recursive: true, force: true });
});

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'duban-read-'));
});

afterEach(() => {
  for (const store of stores) store.close();
  stores = [];
  rmSync(dir, { recursive: true, force: true });
});

const opened = (reader: EventReader): ReadStore => {
  const store = openReadStore({ dir, reader });
  stores.push(store);
  return store;
};

const built = async (events: readonly StoredEvent[]): Promise<ReadStore> => {
  const reader = readerOf(events);
  await rebuildReadModels({ dir, reader, projections: allProjections });
  return opened(reader);
};

const everything = async (store: ReadStore, query: BoardQuery): Promise<readonly BoardItem[]> => {
  const items: BoardItem[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<ReadStore['board']>> = await store.board({
      ...query,
      limit: 7,
      ...(cursor === null ? {} : { cursor }),
    });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
};

/** The stages as each case's own fold gives them at a moment. */
const stagesByFold = (
  events: readonly StoredEvent[],
  asOf: string,
  by: 'recorded' | 'occurred',
): readonly string[] => {
  const streams = Map.groupBy(events, ({ stream }) => stream);
  return [...streams.values()]
    .flatMap((stream) => {
      const folded = foldCase(stream, { asOf, by });
      return folded === null
        ? []
        : Object.values(folded.state.items).map(
            ({ itemId, stage }) => `${folded.document.id}/${itemId} ${stage}`,
          );
    })
    .sort();
};

const stagesOf = (items: readonly BoardItem[]): readonly string[] =>
  items.map(({ caseId, itemId, stage }) => `${caseId}/${itemId} ${stage}`).sort();

describe('the board', () => {
  it.each(['due', 'newest', 'oldest'] as const)(
    'gives every item once over its pages, sorted by %s',
    async (sort) => {
      const items = await everything(store, { today, sort });
      expect(new Set(items.map(({ caseId, itemId }) => `${caseId}/${itemId}`)).size).toBe(60);
      expect(items).toHaveLength(60);
    },
  );

  it.each(['stage', 'light', 'form', 'disposition', 'topic'] as const)(
    'counts by %s as many items as the list behind each group has',
    async (groupBy) => {
      const { total, groups } = await store.boardCounts({ today, groupBy });
      expect(total).toBe(60);
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(60);
      for (const { key, count } of groups) {
        if (key === null) continue;
        const filter = groupBy === 'topic' ? { topic: key } : { [groupBy]: [key] };
        expect(await everything(store, { today, ...filter })).toHaveLength(count);
      }
    },
  );

  it('gives in its top row the number of items in the list behind each filter', async () => {
    const { figures } = await store.boardSummary({ today });
    for (const { filter, count } of figures) {
      expect(await everything(store, { today, ...filter })).toHaveLength(count);
    }
  });

  it('shows each light as the rule has it for the working days left', async () => {
    for (const { light } of await everything(store, { today })) {
      if (light.workingDaysLeft === null) expect(light.color).toBe('grey');
      else if (light.workingDaysLeft < 0) expect(light.color).toBe('red');
      else if (light.workingDaysLeft <= 3) expect(light.color).toBe('yellow');
      else if (light.workingDaysLeft <= 10) expect(light.color).toBe('blue');
      else expect(light.color).toBe('green');
    }
  });

  it('finds by organ, by part of a title and by case number', async () => {
    const all = await everything(store, { today });
    const withLifts = all.filter(({ title, caseTitle }) => `${title}${caseTitle}`.includes('电梯'));
    expect(stagesOf(await everything(store, { today, text: '电梯' }))).toEqual(stagesOf(withLifts));
    const housing = all.filter(({ leadOrgans, coOrgans }) =>
      [...leadOrgans, ...coOrgans].includes('housing'),
    );
    expect(stagesOf(await everything(store, { today, organ: 'housing' }))).toEqual(stagesOf(housing));
    expect(await everything(store, { today, text: '〔2025〕7号' })).toHaveLength(3);
    expect(await everything(store, { today, text: '100%' })).toHaveLength(0);
  });

  it('refuses a cursor, an instant and a date that are none', async () => {
    await expect(store.board({ today, cursor: 'x' })).rejects.toMatchObject({ code: 'cursor.invalid' });
    await expect(store.board({ today, asOf: '2026' })).rejects.toMatchObject({ code: 'as-of.invalid' });
    await expect(store.board({ today: 'now' })).rejects.toMatchObject({ code: 'today.invalid' });
  });
});

describe('a past moment', () => {
  it('is on the recorded axis what the folds of all cases give, at any instant', async () => {
    for (const at of [0, 7, 100, 333, story.length - 1]) {
      const asOf = story[at]?.metadata.recordedAt ?? '';
      const items = await everything(store, { today, asOf });
      expect(stagesOf(items)).toEqual(stagesByFold(story, asOf, 'recorded'));
      const { total } = await store.boardCounts({ today, asOf, groupBy: 'stage' });
      expect(total).toBe(items.length);
    }
  });

  it('is on the occurred axis what had happened by then, also where it was recorded out of order', async () => {
    const late = story.map((event, index) =>
      index % 13 === 0 && event.revision > 0
        ? { ...event, metadata: { ...event.metadata, occurredAt: '2026-01-05T08:10:00+08:00' } }
        : event,
    );
    const own = await built(late);
    for (const asOf of [
      '2026-01-05T08:05:00+08:00',
      '2026-01-05T08:12:00+08:00',
      '2026-01-05T09:00:00+08:00',
    ]) {
      const items = await everything(own, { today, asOf, by: 'occurred' });
      expect(stagesOf(items)).toEqual(stagesByFold(late, asOf, 'occurred'));
    }
  });

  it('shows an imported item open from the day it was made and closed from its closing day, in legal time only', async () => {
    const events = recorded([
      {
        stream: 'case-r1',
        type: 'CaseOpened',
        occurredAt: '2021-03-01T00:00:00+08:00',
        data: { ...(story.find(({ type }) => type === 'CaseOpened')?.data ?? {}), caseId: 'r1' },
      },
      {
        stream: 'case-r1',
        type: 'ItemImported',
        occurredAt: '2021-03-01T00:00:00+08:00',
        data: {
          itemId: 'n1',
          batchId: 'b1',
          register: { name: 'TAIC', fileDigest: 'sha256:1', row: 2, number: '012/23' },
          title: 'Fence the crossing',
          text: 'Fence the crossing',
          organ: 'railways',
          category: null,
          proposers: [],
          madeOn: '2021-03-01',
          closedOn: '2022-05-05',
          dueOn: null,
          registerStatus: 'Closed acceptable',
          stage: 'CLOSED',
          disposition: 'resolved',
          reply: null,
          otherFacts: {},
          warnings: [],
        },
      },
    ]);
    const own = await built(events);
    const at = async (asOf: string, by: 'recorded' | 'occurred') =>
      (await own.board({ today, asOf, by })).items.map(({ stage, registerStatus }) => [
        stage,
        registerStatus,
      ]);
    expect(await at('2021-02-28T12:00:00+08:00', 'occurred')).toEqual([]);
    expect(await at('2021-12-31T12:00:00+08:00', 'occurred')).toEqual([['RECTIFYING', null]]);
    expect(await at('2022-05-06T12:00:00+08:00', 'occurred')).toEqual([['CLOSED', 'Closed acceptable']]);
    expect(await at('2025-01-01T12:00:00+08:00', 'recorded')).toEqual([]);
    expect(await at('2026-02-01T12:00:00+08:00', 'recorded')).toEqual([['CLOSED', 'Closed acceptable']]);
    expect(own.audit({ text: '012/23' }).items).toHaveLength(1);
    expect((await own.board({ today, organ: 'railways' })).items[0]).toMatchObject({
      imported: true,
      itemNo: '012/23',
    });
  });

  it('folds one case up to a revision or an instant', async () => {
    const view = await store.case('3', { version: 2 });
    expect(view?.revision).toBe(2);
    expect(await store.case('3', { asOf: '2020-01-01T00:00:00Z' })).toBeNull();
    expect((await store.case('3'))?.revision).toBe(
      story.filter(({ stream }) => stream === 'case-3').length - 1,
    );
  });
});

describe('the audit trail', () => {
  const hitsByReading = (word: string): number =>
    story.filter(({ data }) => JSON.stringify(data).includes(word)).length;

  it.each(['电梯', '电梯加装', '足，影', '不足，影响停车难', '告。', '不存在'])(
    'finds %s wherever it was written',
    async (word) => {
      const { items } = store.audit({ text: word, limit: 500 });
      expect(items).toHaveLength(Math.min(500, hitsByReading(word)));
    },
  );

  it('finds kinds of events by their names, in both languages', async () => {
    const assignments = story.filter(({ type }) => type === 'ItemAssigned').length;
    expect(store.audit({ text: '交办', type: ['ItemAssigned'], limit: 500 }).items).toHaveLength(assignments);
    const [first] = store.audit({ type: ['ItemAssigned'], language: 'en', limit: 1 }).items;
    expect(first?.sentence).toContain('assigned');
  });

  it('gives a case its timeline in order, page by page, and as of a moment', async () => {
    const page = store.caseEvents('3', { limit: 5 });
    const rest = store.caseEvents('3', { limit: 500, cursor: page.next ?? '' });
    const revisions = [...page.items, ...rest.items].map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.map((_, index) => index));
    const third = page.items[2];
    expect(store.caseEvents('3', { asOf: third?.recordedAt ?? '' }).items).toHaveLength(3);
  });
});

describe('generations', () => {
  it('are switched under an open store by a rebuild elsewhere, and the older files go', async () => {
    const own = await built(story);
    const before = own.health().generation;
    const more = [
      ...story,
      { ...(story[0] as StoredEvent), stream: 'case-new', position: numberedPosition(story.length + 1) },
    ];
    await rebuildReadModels({ dir, reader: readerOf(more), projections: allProjections });
    expect(own.health().generation).not.toBe(before);
    expect(await own.waitFor(numberedPosition(story.length + 1), 1_000)).toBe(true);
    expect(await own.waitFor(numberedPosition(story.length + 2), 5)).toBe(false);
  });

  it('say so when there are none yet', async () => {
    const none = opened(readerOf([]));
    await expect(none.board({ today })).rejects.toMatchObject({ code: 'read-model.not-built' });
    expect(none.health().light).toBe('red');
  });
});
