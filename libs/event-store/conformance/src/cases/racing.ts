import { expect } from '@jest/globals';
import type { EventStore, ExpectedRevision } from '@duban/event-store';
import { conformanceCase } from '../conformance-case.ts';
import { appendMany, codeOf, freshStream, readWholeStream, sampleCommand, sampleEvent } from '../sample.ts';

const WRITERS = 200;
const BURST = 500;

const race = (store: EventStore, stream: string, expected: ExpectedRevision) =>
  Promise.all(Array.from({ length: WRITERS }, () => store.append(stream, sampleCommand(1), expected)));

export const racing = [
  conformanceCase('one-of-200-wins-a-revision', async ({ store }) => {
    const stream = freshStream();
    await appendMany(store, stream, 1);
    const results = await race(store, stream, 0);
    expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    const lost = results.filter(({ outcome }) => outcome !== 'appended');
    expect(lost).toEqual(lost.map(() => ({ outcome: 'conflict', expected: 0, actual: 1 })));
    expect(await readWholeStream(store, stream)).toHaveLength(2);
  }),

  conformanceCase('one-of-200-creates-a-stream', async ({ store }) => {
    const stream = freshStream();
    const results = await race(store, stream, 'no-stream');
    expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    expect(results.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(WRITERS - 1);
    expect(await readWholeStream(store, stream)).toHaveLength(1);
  }),

  conformanceCase('all-of-200-append-to-any', async ({ store }) => {
    const stream = freshStream();
    const results = await race(store, stream, 'any');
    const revisions = results.map((result) => (result.outcome === 'appended' ? result.revision : -1));
    expect(revisions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: WRITERS }, (_, index) => index));
    expect((await readWholeStream(store, stream)).map(({ revision }) => revision)).toEqual(
      Array.from({ length: WRITERS }, (_, index) => index),
    );
  }),

  conformanceCase('racing-repeats-write-once', async ({ store }) => {
    const stream = freshStream();
    const command = sampleCommand(2);
    const results = await Promise.all(Array.from({ length: 50 }, () => store.append(stream, command, 'any')));
    expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    expect(results.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(49);
    const events = await readWholeStream(store, stream);
    expect(events).toHaveLength(2);
    for (const result of results) expect(result).toMatchObject({ revision: 1, events });
  }),

  conformanceCase('writes-on-after-a-burst', async ({ store }) => {
    const streams = Array.from({ length: 25 }, freshStream);
    const results = await Promise.all(
      Array.from({ length: BURST }, (_, index) =>
        store.append(streams[index % 25] ?? '', sampleCommand(1), 'any'),
      ),
    );
    expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(BURST);
    expect(await store.append(freshStream(), sampleCommand(1), 'no-stream')).toMatchObject({
      outcome: 'appended',
    });
  }),

  conformanceCase('a-refusal-hurts-nobody-else', async ({ store }) => {
    const taken = freshStream();
    await appendMany(store, taken, 1);
    const good = Array.from({ length: 20 }, freshStream);
    const outcomes = await Promise.all(
      good.map(async (stream) => {
        const conflict = store.append(taken, sampleCommand(2), 'no-stream');
        const refused = codeOf(store.append(stream, [sampleEvent({ data: { days: Number.NaN } })], 'any'));
        const appended = codeOf(store.append(stream, sampleCommand(2), 'no-stream'));
        return [(await conflict).outcome, await refused, await appended];
      }),
    );
    expect(outcomes).toEqual(good.map(() => ['conflict', 'event.unserialisable', 'none']));
    for (const stream of good) expect(await readWholeStream(store, stream)).toHaveLength(2);
  }),
] as const;
