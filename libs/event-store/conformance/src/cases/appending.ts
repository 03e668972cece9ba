import { expect } from '@jest/globals';
import { comparePositions, LOG_START } from '@duban/kernel';
import { conformanceCase } from '../conformance-case.ts';
import { appendMany, codeOf, freshStream, readWholeLog, sampleCommand, sampleEvent } from '../sample.ts';

export const appending = [
  conformanceCase(
    'starts-empty',
    async ({ store }) => {
      expect(await store.head()).toBe(LOG_START);
      expect(await store.readLog()).toEqual({ events: [], next: LOG_START });
    },
    'fresh',
  ),

  conformanceCase('knows-no-unknown-stream', async ({ store }) => {
    const stream = freshStream();
    expect(await store.readStream(stream)).toEqual({ events: [], next: null });
    expect(await store.readStream(stream, { direction: 'backwards' })).toEqual({ events: [], next: null });
    expect(await store.findCommand(stream, 'nobody')).toEqual([]);
  }),

  conformanceCase('answers-what-is-stored', async ({ store }) => {
    const stream = freshStream();
    const events = sampleCommand(3);
    const result = await store.append(stream, events, 'no-stream');
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    expect(result.revision).toBe(2);
    expect(result.position).toBe(result.events[2]?.position);
    expect(result.events).toMatchObject(events.map((event, revision) => ({ ...event, stream, revision })));
    expect((await store.readStream(stream)).events).toEqual(result.events);
  }),

  conformanceCase('no-stream-means-new', async ({ store }) => {
    const stream = freshStream();
    await appendMany(store, stream, 2);
    const second = await store.append(stream, sampleCommand(1), 'no-stream');
    expect(second).toEqual({ outcome: 'conflict', expected: 'no-stream', actual: 1 });
  }),

  conformanceCase('exact-revision-only', async ({ store }) => {
    const stream = freshStream();
    await appendMany(store, stream, 2);
    for (const expected of [0, 2]) {
      const result = await store.append(stream, sampleCommand(1), expected);
      expect(result).toEqual({ outcome: 'conflict', expected, actual: 1 });
    }
    const nowhere = await store.append(freshStream(), sampleCommand(1), 0);
    expect(nowhere).toEqual({ outcome: 'conflict', expected: 0, actual: null });
    const there = freshStream();
    await appendMany(store, there, 2);
    expect(await store.append(there, sampleCommand(1), 1)).toMatchObject({
      outcome: 'appended',
      revision: 2,
    });
  }),

  conformanceCase('any-revision-goes', async ({ store }) => {
    const stream = freshStream();
    expect(await store.append(stream, sampleCommand(1), 'any')).toMatchObject({ revision: 0 });
    expect(await store.append(stream, sampleCommand(1), 'any')).toMatchObject({ revision: 1 });
  }),

  conformanceCase('conflict-leaves-no-trace', async ({ store }) => {
    const stream = freshStream();
    await appendMany(store, stream, 1);
    const head = await store.head();
    expect(await store.append(stream, sampleCommand(3), 'no-stream')).toMatchObject({ outcome: 'conflict' });
    expect(await store.head()).toBe(head);
    expect(await store.append(stream, sampleCommand(1), 0)).toMatchObject({
      outcome: 'appended',
      revision: 1,
    });
  }),

  conformanceCase('all-or-nothing', async ({ store, origin }) => {
    const stream = freshStream();
    const commandId = globalThis.crypto.randomUUID();
    const bad = sampleEvent({ commandId, data: { days: Number.NaN } });
    const refused = store.append(stream, [...sampleCommand(2, { commandId }), bad], 'any');
    expect(await codeOf(refused)).toBe('event.unserialisable');
    expect((await store.readStream(stream)).events).toEqual([]);
    expect((await readWholeLog(store, { after: origin })).filter((event) => event.stream === stream)).toEqual(
      [],
    );
  }),

  conformanceCase('one-command-per-append', async ({ store }) => {
    const mixed = [sampleEvent(), sampleEvent()];
    expect(await codeOf(store.append(freshStream(), mixed, 'any'))).toBe('append.mixed-commands');
    expect(await codeOf(store.append(freshStream(), [], 'any'))).toBe('append.empty');
  }),

  conformanceCase(
    'event-ids-once',
    async ({ store }) => {
      const [first] = await appendMany(store, freshStream(), 1);
      const stream = freshStream();
      const again = [
        ...sampleCommand(1, { commandId: 'again' }),
        sampleEvent({ commandId: 'again', id: first?.id ?? '' }),
      ];
      expect(await codeOf(store.append(stream, again, 'any'))).toBe('event.id-taken');
      expect((await store.readStream(stream)).events).toEqual([]);
    },
    'global-keys',
  ),

  conformanceCase('positions-ascend', async ({ store, origin }) => {
    const answered = [];
    for (const stream of [freshStream(), freshStream(), freshStream()]) {
      answered.push(...(await appendMany(store, stream, 2)), ...(await appendMany(store, stream, 1)));
    }
    for (const [index, event] of answered.entries()) {
      expect(comparePositions(event.position, answered[index - 1]?.position ?? origin)).toBeGreaterThan(0);
    }
    expect(await store.head()).toBe(answered.at(-1)?.position);
  }),

  conformanceCase(
    'positions-have-no-holes',
    async ({ store, origin }) => {
      let last = numberIn(origin);
      for (const count of [1, 3, 1, 5]) {
        for (const { position } of await appendMany(store, freshStream(), count)) {
          expect(numberIn(position)).toBe(last + 1n);
          last += 1n;
        }
      }
    },
    'contiguous',
  ),

  conformanceCase(
    'refused-appends-burn-no-position',
    async ({ store }) => {
      const stream = freshStream();
      const [first] = await appendMany(store, stream, 1);
      await store.append(stream, sampleCommand(4), 'no-stream');
      await codeOf(store.append(stream, [sampleEvent({ data: { days: Number.NaN } })], 'any'));
      const [second] = await appendMany(store, freshStream(), 1);
      expect(numberIn(second?.position ?? '')).toBe(numberIn(first?.position ?? '') + 1n);
    },
    'contiguous',
  ),
] as const;

const numberIn = (position: string): bigint => BigInt(position.slice(position.indexOf('.') + 1));
