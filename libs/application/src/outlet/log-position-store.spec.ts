import { describe, expect, it } from '@jest/globals';
import { relayStream } from '@duban/contracts';
import type { EventStore } from '@duban/event-store';
import { openMemoryStore } from '@duban/event-store-memory';
import { CodedError, LOG_START, type Position } from '@duban/kernel';
import { openLogPositionStore, type LogPositionStore } from './log-position-store.ts';

const at = (number: number): Position => `n1.${String(number).padStart(20, '0')}` as Position;

const positionsOf = (
  store: EventStore,
  holder: string,
  {
    gatherMs = 60_000,
    mayWrite = async () => undefined,
  }: Partial<Parameters<typeof openLogPositionStore>[0]> = {},
): LogPositionStore => openLogPositionStore({ store, clock: Date, holder, gatherMs, mayWrite });

const written = async (store: EventStore): Promise<readonly unknown[]> =>
  (await store.readStream(relayStream('kafka'))).events.map(({ data }) => [
    data['epoch'],
    data['position'],
    data['holder'],
  ]);

describe('the place of a relay in the log', () => {
  it('is written once for many moves, and read by whoever takes over', async () => {
    const store = openMemoryStore();
    const a = positionsOf(store, 'a');
    expect(await a.peek('kafka')).toBeNull();
    const { epoch } = await a.claim('kafka', LOG_START);
    await a.advance('kafka', epoch, { from: LOG_START, to: at(5), sent: 3 });
    await a.advance('kafka', epoch, { from: at(5), to: at(9), sent: 2 });
    expect(await a.read('kafka', epoch)).toBe(at(9));
    expect(await written(store)).toEqual([]);
    await a.close();
    expect(await written(store)).toEqual([[1, at(9), 'a']]);
    const b = positionsOf(store, 'b');
    expect(await b.peek('kafka')).toBe(at(9));
    expect(await b.claim('kafka', LOG_START)).toEqual({ epoch: 2, position: at(9) });
  });

  it('is not written for moves over what is private, its own records among them', async () => {
    const store = openMemoryStore();
    const a = positionsOf(store, 'a');
    const { epoch } = await a.claim('kafka', LOG_START);
    await a.advance('kafka', epoch, { from: LOG_START, to: at(5), sent: 0 });
    await a.close();
    expect(await written(store)).toEqual([]);
  });

  it('is written by itself a while after the relay began to move', async () => {
    const store = openMemoryStore();
    const a = positionsOf(store, 'a', { gatherMs: 1 });
    const { epoch } = await a.claim('kafka', LOG_START);
    const news = new Promise<void>((resolve) => store.onAppended(resolve));
    await a.advance('kafka', epoch, { from: LOG_START, to: at(5), sent: 1 });
    await news;
    expect(await written(store)).toEqual([[1, at(5), 'a']]);
  });

  it('is lost to whoever wrote it later', async () => {
    const store = openMemoryStore();
    const [a, b] = [positionsOf(store, 'a'), positionsOf(store, 'b')];
    const [mine, theirs] = [await a.claim('kafka', LOG_START), await b.claim('kafka', LOG_START)];
    await b.advance('kafka', theirs.epoch, { from: LOG_START, to: at(7), sent: 1 });
    await b.close();
    await a.advance('kafka', mine.epoch, { from: LOG_START, to: at(5), sent: 1 });
    await a.close();
    await expect(a.read('kafka', mine.epoch)).rejects.toMatchObject({ code: 'lease.lost' });
    expect(await written(store)).toEqual([[1, at(7), 'b']]);
  });

  it('is not written where the lease was lost, and moves only from where it is', async () => {
    const store = openMemoryStore();
    const mayWrite = (): Promise<void> => Promise.reject(new CodedError('lease.lost', 'a'));
    const a = positionsOf(store, 'a', { mayWrite });
    const { epoch } = await a.claim('kafka', LOG_START);
    await expect(a.advance('kafka', epoch, { from: at(1), to: at(5), sent: 1 })).rejects.toMatchObject({
      code: 'lease.lost',
    });
    await a.advance('kafka', epoch, { from: LOG_START, to: at(5), sent: 1 });
    await a.close();
    await expect(a.read('kafka', epoch)).rejects.toMatchObject({ code: 'lease.lost' });
    expect(await written(store)).toEqual([]);
  });

  it('stays in memory while the log is away, and is written when it is back', async () => {
    const store = openMemoryStore();
    let isAway = true;
    const away: EventStore = {
      ...store,
      append: (...args) =>
        isAway ? Promise.reject(new CodedError('log.unavailable', 'away')) : store.append(...args),
    };
    const a = positionsOf(away, 'a');
    const { epoch } = await a.claim('kafka', LOG_START);
    await a.advance('kafka', epoch, { from: LOG_START, to: at(5), sent: 1 });
    await expect(a.close()).rejects.toMatchObject({ code: 'log.unavailable' });
    isAway = false;
    expect(await a.read('kafka', epoch)).toBe(at(5));
    await a.close();
    expect(await written(store)).toEqual([[1, at(5), 'a']]);
  });
});
