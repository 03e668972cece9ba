import { expect } from '@jest/globals';
import { conformanceCase } from '../conformance-case.ts';
import { appendMany, freshStream, readWholeStream, sampleCommand } from '../sample.ts';

const uuid = (): string => globalThis.crypto.randomUUID();

export const repeating = [
  conformanceCase('repeats-answer-the-first-events', async ({ store }) => {
    const stream = freshStream();
    const command = sampleCommand(2);
    const first = await store.append(stream, command, 'no-stream');
    await appendMany(store, stream, 1);
    // The expectation was true the first time; a client that lost the answer sends the same again.
    expect(await store.append(stream, command, 'no-stream')).toEqual({ ...first, outcome: 'repeated' });
    expect(await readWholeStream(store, stream)).toHaveLength(3);
  }),

  conformanceCase('another-digest-is-a-reused-key', async ({ store }) => {
    const stream = freshStream();
    const commandId = uuid();
    await appendMany(store, stream, 1, { commandId });
    const other = sampleCommand(1, { commandId, digest: 'b'.repeat(64) });
    expect(await store.append(stream, other, 'any')).toEqual({ outcome: 'key-reused' });
    expect(await readWholeStream(store, stream)).toHaveLength(1);
  }),

  conformanceCase(
    'another-stream-is-a-reused-key',
    async ({ store }) => {
      const commandId = uuid();
      await appendMany(store, freshStream(), 1, { commandId });
      const elsewhere = freshStream();
      expect(await store.append(elsewhere, sampleCommand(1, { commandId }), 'any')).toEqual({
        outcome: 'key-reused',
      });
      expect(await readWholeStream(store, elsewhere)).toEqual([]);
    },
    'global-keys',
  ),

  conformanceCase(
    'repeats-are-known-after-a-restart',
    async ({ store, restart }) => {
      const stream = freshStream();
      const command = sampleCommand(2);
      const first = await store.append(stream, command, 'no-stream');
      for (const how of ['close', 'crash'] as const) {
        const later = await restart(how);
        expect(await later.append(stream, command, 'no-stream')).toEqual({ ...first, outcome: 'repeated' });
      }
    },
    'durable',
  ),

  conformanceCase('finds-the-events-of-a-command', async ({ store }) => {
    const stream = freshStream();
    const commandId = uuid();
    await appendMany(store, stream, 2);
    const events = await appendMany(store, stream, 3, { commandId });
    await appendMany(store, stream, 1);
    expect(await store.findCommand(stream, commandId)).toEqual(events);
    expect(await store.findCommand(freshStream(), commandId)).toEqual([]);
  }),
] as const;
