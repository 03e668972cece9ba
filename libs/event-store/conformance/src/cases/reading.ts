import { expect } from '@jest/globals';
import { comparePositions, type Position } from '@duban/kernel';
import type { EventStore, StoredEvent } from '@duban/event-store';
import { conformanceCase } from '../conformance-case.ts';
import { appendMany, codeOf, freshStream, readWholeLog, readWholeStream } from '../sample.ts';

const revisionsOf = (events: readonly StoredEvent[]) => events.map(({ revision }) => revision);

/** 24 events in three streams and two types, interleaved. */
const fill = async (store: EventStore): Promise<StoredEvent[]> => {
  const streams = [freshStream(), freshStream(), freshStream()];
  const events = [];
  for (let round = 0; round < 4; round += 1) {
    for (const [index, stream] of streams.entries()) {
      events.push(
        ...(await appendMany(store, stream, 2, { type: index === 0 ? 'CaseOpened' : 'ItemAssigned' })),
      );
    }
  }
  return events;
};

/** How often a timer came to its turn while page after page was read. */
const turnsDuring = async (reading: () => Promise<unknown>): Promise<number> => {
  let turns = 0;
  const count = setInterval(() => (turns += 1), 1);
  try {
    // A busy machine reads few pages in its time: so many are read in any case.
    for (let [pages, end] = [0, performance.now() + 50]; pages < 25 || performance.now() < end; pages += 1)
      await reading();
    return turns;
  } finally {
    clearInterval(count);
  }
};

export const reading = [
  conformanceCase('streams-read-forwards-by-page', async ({ store }) => {
    const stream = freshStream();
    await appendMany(store, stream, 6);
    for (const limit of [1, 2, 4, 6, 7]) {
      expect(revisionsOf(await readWholeStream(store, stream, { limit }))).toEqual([0, 1, 2, 3, 4, 5]);
    }
    const page = await store.readStream(stream, { from: 2, limit: 3 });
    expect([revisionsOf(page.events), page.next]).toEqual([[2, 3, 4], 5]);
    expect((await store.readStream(stream, { from: 3, limit: 3 })).next).toBeNull();
    expect(await store.readStream(stream, { from: 6 })).toEqual({ events: [], next: null });
  }),

  conformanceCase('streams-read-backwards-by-page', async ({ store }) => {
    const stream = freshStream();
    await appendMany(store, stream, 6);
    const direction = 'backwards';
    for (const limit of [1, 2, 4, 6, 7]) {
      expect(revisionsOf(await readWholeStream(store, stream, { limit, direction }))).toEqual([
        5, 4, 3, 2, 1, 0,
      ]);
    }
    const page = await store.readStream(stream, { from: 4, limit: 2, direction });
    expect([revisionsOf(page.events), page.next]).toEqual([[4, 3], 2]);
    expect((await store.readStream(stream, { from: 1, limit: 2, direction })).next).toBeNull();
  }),

  conformanceCase('the-log-reads-by-page', async ({ store, origin }) => {
    const events = await fill(store);
    for (const limit of [1, 5, 24, 100]) {
      const read = await readWholeLog(store, { after: origin, limit });
      expect(read).toEqual(events);
      expect((await store.readLog({ after: origin, limit })).events.length).toBe(Math.min(limit, 24));
    }
  }),

  conformanceCase('the-log-reads-by-type', async ({ store, origin }) => {
    const events = await fill(store);
    for (const types of [['CaseOpened'], ['ItemAssigned', 'CaseOpened'], ['CaseOpened', 'CaseOpened'], []]) {
      const read = await readWholeLog(store, { after: origin, limit: 3, types });
      expect(read).toEqual(events.filter(({ type }) => types.includes(type)));
    }
  }),

  conformanceCase('an-empty-page-is-not-the-end', async ({ store, origin }) => {
    for (let round = 0; round < 6; round += 1) await appendMany(store, freshStream(), 100);
    const [wanted] = await appendMany(store, freshStream(), 1, { type: 'CaseClosed' });
    await appendMany(store, freshStream(), 100);
    const found = await readWholeLog(store, { after: origin, limit: 2, types: ['CaseClosed'] });
    expect(found).toEqual([wanted]);
    // Events that were filtered out are passed too, or a reader would look through them for ever (E17).
    expect(await readWholeLog(store, { after: wanted?.position ?? origin, types: ['CaseClosed'] })).toEqual(
      [],
    );
  }),

  conformanceCase('pages-of-the-log-leave-others-their-turn', async ({ store, origin }) => {
    await fill(store);
    expect(await turnsDuring(() => store.readLog({ after: origin, limit: 1 }))).toBeGreaterThan(0);
  }),

  conformanceCase('pages-of-a-stream-leave-others-their-turn', async ({ store }) => {
    const stream = freshStream();
    await appendMany(store, stream, 24);
    expect(await turnsDuring(() => store.readStream(stream, { from: 7, limit: 1 }))).toBeGreaterThan(0);
  }),

  conformanceCase('refuses-a-page-of-no-events', async ({ store }) => {
    expect(await codeOf(store.readLog({ limit: 0 }))).toBe('read.bad-limit');
    expect(await codeOf(store.readStream(freshStream(), { limit: 1.5 }))).toBe('read.bad-limit');
  }),

  conformanceCase(
    'acknowledged-is-visible',
    async ({ store, another }) => {
      const other = await another();
      for (let round = 0; round < 5; round += 1) {
        const stream = freshStream();
        const events = await appendMany(store, stream, 2);
        expect((await other.readStream(stream)).events).toEqual(events);
        expect(
          comparePositions(await other.head(), events[1]?.position ?? ('' as Position)),
        ).toBeGreaterThanOrEqual(0);
      }
    },
    'shared',
  ),

  conformanceCase('followers-miss-nothing', async ({ store, origin }) => {
    const streams = Array.from({ length: 8 }, freshStream);
    const acknowledged = new Map<string, string>();
    const progress = { done: false };
    const writers = Promise.all(
      streams.map(async (stream) => {
        for (let round = 0; round < 12; round += 1) {
          for (const { id, position } of await appendMany(store, stream, 1 + (round % 3)))
            acknowledged.set(id, position);
        }
      }),
    ).finally(() => {
      progress.done = true;
    });
    const seen: StoredEvent[] = [];
    let after = origin;
    while (!progress.done || comparePositions(after, await store.head()) < 0) {
      const page = await store.readLog({ after, limit: 7 });
      seen.push(...page.events.filter(({ stream }) => streams.includes(stream)));
      after = page.next;
      await new Promise(setImmediate);
    }
    await writers;
    const inOrder = [...acknowledged].sort(([, a], [, b]) => comparePositions(a as Position, b as Position));
    expect(seen.map(({ id, position }) => [id, position])).toEqual(inOrder);
  }),
] as const;
