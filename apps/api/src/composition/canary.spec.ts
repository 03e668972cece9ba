import { expect, it } from '@jest/globals';
import type { EventStore } from '@duban/event-store';
import { openMemoryStore } from '@duban/event-store-memory';
import { CodedError, LOG_START } from '@duban/kernel';
import type { ReadStore } from '@duban/read-store';
import { canary } from './canary.ts';

const reader = (arrives: boolean): ReadStore =>
  ({ position: () => LOG_START, waitFor: async () => arrives }) as Partial<ReadStore> as ReadStore;

it('comes back from a log that decides, and leaves nothing in it', async () => {
  const store = openMemoryStore();
  expect(await canary(store, reader(true))()).toEqual({ status: 'ok' });
  expect(await store.head()).toBe(LOG_START);
});

it('does not come back where nothing reaches the read models any more, however well the log answers', async () => {
  const state = await canary(openMemoryStore(), reader(false))();
  expect(state).toMatchObject({ status: 'unavailable', code: 'read-model.receives-nothing' });
});

it('says what stands against an append', async () => {
  const append = async () => {
    throw new CodedError('log.unavailable', 'no server');
  };
  const store: EventStore = { ...openMemoryStore(), append };
  expect(await canary(store, reader(true))()).toMatchObject({
    status: 'unavailable',
    code: 'log.unavailable',
  });
});
