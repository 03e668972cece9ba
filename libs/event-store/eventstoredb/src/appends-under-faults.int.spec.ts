import { describe, expect, it } from '@jest/globals';
import type { FaultKind } from '../../../../test/setup/esdb/double-control.ts';
import { command, newStream, outcomesOf, revisionsIn, setUpBench, PATIENT } from './esdb.fixture.ts';

const ONCE: readonly FaultKind[] = [
  'cut',
  'lost-answer',
  'late-answer',
  'late-commit',
  'silence',
  'error',
  'not-leader',
  'not-leader-unnamed',
];

describe.each([
  ['BatchAppend', true],
  ['unary appends', false],
])('an append, with %s', (_name, batchAppend) => {
  const { double, open } = setUpBench({ batchAppend });

  // Field-lessons A3a: no client-side deadline; E26: retried at an exact revision only.
  it.each(ONCE)('is written once and answered when the server fails by "%s"', async (kind) => {
    const store = await open();
    const stream = newStream();
    await store.append(stream, command(), 'no-stream');
    await double().fault({ on: 'append', kind, ms: 400 });
    expect(await store.append(stream, command(2), 0)).toMatchObject({ outcome: 'appended', revision: 2 });
    expect(await store.append(stream, command(), 'any')).toMatchObject({ outcome: 'appended', revision: 3 });
    expect(await revisionsIn(store, stream)).toEqual([0, 1, 2, 3]);
  });

  it('is sent again in vain when the first try is committed late', async () => {
    const store = await open();
    const stream = newStream();
    await double().fault({ on: 'append', kind: 'late-commit', ms: 300 });
    const events = command(2);
    expect(await store.append(stream, events, 'any')).toMatchObject({ outcome: 'appended', revision: 1 });
    expect(await store.append(stream, events, 'any')).toMatchObject({ outcome: 'repeated', revision: 1 });
    await store.append(stream, command(), 1);
    expect(await revisionsIn(store, stream)).toEqual([0, 1, 2]);
  });

  it('is a conflict when somebody else was faster while its outcome was unknown', async () => {
    const streamPrefix = 'two.';
    const [store, other] = [await open({ streamPrefix }), await open({ streamPrefix })];
    const stream = newStream();
    await store.append(stream, command(), 'no-stream');
    await double().fault({ on: 'append', kind: 'silence' });
    const slow = store.append(stream, command(), 0);
    expect(await other.append(stream, command(), 'any')).toMatchObject({ outcome: 'appended', revision: 1 });
    expect(await slow).toEqual({ outcome: 'conflict', expected: 0, actual: 1 });
    expect(await revisionsIn(store, stream)).toEqual([0, 1]);
  });

  // A3a: one failure rejects the pending appends of everybody.
  it('is not lost by the failure of its neighbours', async () => {
    const store = await open();
    await double().fault({ on: 'append', kind: 'error', code: 'INTERNAL', times: 2, every: 10 });
    const streams = Array.from({ length: 40 }, newStream);
    const results = await Promise.all(streams.map((stream) => store.append(stream, command(2), 'no-stream')));
    expect(outcomesOf(results)).toEqual(['appended']);
    for (const stream of streams) expect(await revisionsIn(store, stream)).toEqual([0, 1]);
  });

  // A3a: many first appends on a fresh connection hang (#304).
  it('waits at the gate when too many are under way', async () => {
    await double().tell({ do: 'reset' });
    const store = await open({ appendsAtOnce: 8 });
    const results = await Promise.all(
      Array.from({ length: 200 }, () => store.append(newStream(), command(), 'no-stream')),
    );
    expect(outcomesOf(results)).toEqual(['appended']);
    expect((await double().stats()).mostAppendsWaiting).toBeLessThanOrEqual(8);
  });

  it('gives up after the patience it was given, and says that the outcome is unknown', async () => {
    const store = await open({ timeouts: { appendMs: 100, idleMs: 100, patienceMs: 300 } });
    await double().fault({ on: 'append', kind: 'silence', times: null });
    const events = command();
    await expect(store.append('case-1', events, 'any')).rejects.toMatchObject({ code: 'log.unavailable' });
    expect(store.health()).toMatchObject({ status: 'unavailable', code: 'log.unavailable' });
    await double().tell({ do: 'clear-faults' });
    expect(await store.append('case-1', events, 'any')).toMatchObject({ outcome: 'appended', revision: 0 });
    expect(store.health().status).not.toBe('unavailable');
  });

  it('that is too large for the server together is refused', async () => {
    const store = await open();
    const stream = newStream();
    const big = command(3, '督'.repeat(150_000));
    await expect(store.append(stream, big, 'any')).rejects.toMatchObject({ code: 'event.unserialisable' });
    expect(await revisionsIn(store, stream)).toEqual([]);
  });

  it('needs ids that the server gives back as they were', async () => {
    const store = await open();
    for (const id of ['1', 'A0000000-0000-4000-8000-000000000000']) {
      const events = command().map((event) => ({ ...event, id }));
      await expect(store.append(newStream(), events, 'any')).rejects.toMatchObject({
        code: 'event.unserialisable',
      });
    }
  });

  it('with a key of other content is told so, although the server takes it for a repetition', async () => {
    const streamPrefix = 'keys.';
    const stream = newStream();
    const [first] = command();
    if (first === undefined) throw new Error('a command without events');
    await (await open({ streamPrefix })).append(stream, [first], 'no-stream');
    const other = { ...first, metadata: { ...first.metadata, commandDigest: 'b'.repeat(64) } };
    // A store that has not seen the stream yet sends it, and the server knows the event id.
    const fresh = await open({ streamPrefix });
    expect(await fresh.append(stream, [other], 'no-stream')).toEqual({ outcome: 'key-reused' });
  });
});

describe('an answer in the stream of answers', () => {
  const { double, open } = setUpBench();

  it('comes in the order of the times, however many are under way', async () => {
    let now = Date.UTC(2026, 2, 5);
    // Nothing fails here: on a busy machine an append that is slow would else be taken for lost, and written again later.
    const store = await open({ clock: { now: () => (now += 1) }, timeouts: PATIENT });
    await Promise.all(Array.from({ length: 150 }, () => store.append(newStream(), command(), 'no-stream')));
    const { events } = await store.readLog();
    const times = events.map(({ metadata }) => metadata.recordedAt);
    expect(times).toHaveLength(150);
    expect(times).toEqual(times.toSorted());
  });

  // A3a: a late answer is an exception inside the client.
  it('that nobody waits for harms nobody', async () => {
    const store = await open();
    await double().fault({ on: 'append', kind: 'stray-answer', times: 3 });
    const streams = Array.from({ length: 5 }, newStream);
    for (const stream of streams) {
      expect(await store.append(stream, command(), 'no-stream')).toMatchObject({ outcome: 'appended' });
    }
  });

  it('that says "timed out" or "unknown" is looked into', async () => {
    const store = await open();
    for (const detail of ['Timeout', 'Unknown'] as const) {
      await double().fault({ on: 'append', kind: 'refuse', detail });
      expect(await store.append(newStream(), command(), 'no-stream')).toMatchObject({ outcome: 'appended' });
    }
  });

  it('that refuses for good is passed on at once', async () => {
    const store = await open();
    await double().fault({ on: 'append', kind: 'refuse', detail: 'AccessDenied' });
    await expect(store.append(newStream(), command(), 'any')).rejects.toMatchObject({
      code: 'log.access-denied',
    });
    await double().fault({ on: 'append', kind: 'refuse', detail: 'StreamDeleted' });
    await expect(store.append(newStream(), command(), 'any')).rejects.toMatchObject({
      code: 'log.unavailable',
    });
  });
});
