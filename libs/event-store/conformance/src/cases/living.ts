import { expect } from '@jest/globals';
import { LOG_START } from '@duban/kernel';
import type { EventStore } from '@duban/event-store';
import { conformanceCase } from '../conformance-case.ts';
import { appendMany, codeOf, freshStream, readWholeLog, readWholeStream, sampleCommand } from '../sample.ts';

const HOUR = 3_600_000;
const iso = (time: number): string => new Date(time).toISOString();

const recordedAt = async (store: EventStore): Promise<string> => {
  const [event] = await appendMany(store, freshStream(), 1);
  return event?.metadata.recordedAt ?? '';
};

/** Resolves at the next wake-up; fails when none comes in time. */
const nextWake = (store: EventStore, withinMs: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      end();
      reject(new Error(`no wake-up within ${withinMs} ms`));
    }, withinMs);
    const end = store.onAppended(() => {
      clearTimeout(late);
      end();
      resolve();
    });
  });

export const living = [
  conformanceCase('recorded-at-never-goes-back', async ({ store, clock }) => {
    const start = clock.now();
    expect(await recordedAt(store)).toBe(iso(start));
    clock.set(start + HOUR);
    expect(await recordedAt(store)).toBe(iso(start + HOUR));
    clock.set(start - HOUR);
    expect(await recordedAt(store)).toBe(iso(start + HOUR));
    clock.set(start + 2 * HOUR);
    expect(await recordedAt(store)).toBe(iso(start + 2 * HOUR));
  }),

  conformanceCase(
    'recorded-at-is-known-after-a-restart',
    async ({ store, clock, restart }) => {
      const last = await recordedAt(store);
      clock.set(clock.now() - HOUR);
      expect(await recordedAt(await restart('close'))).toBe(last);
    },
    'durable',
  ),

  conformanceCase('a-closed-store-refuses', async ({ store }) => {
    await store.close();
    await store.close();
    expect(await codeOf(store.append(freshStream(), sampleCommand(1), 'any'))).toBe('log.closed');
  }),

  conformanceCase(
    'close-answers-what-was-asked',
    async ({ store, restart }) => {
      const stream = freshStream();
      const appends = Array.from({ length: 30 }, () => store.append(stream, sampleCommand(1), 'any'));
      const answers = Promise.allSettled(appends);
      await store.close();
      expect((await answers).filter(({ status }) => status === 'fulfilled')).toHaveLength(30);
      expect(await readWholeStream(await restart('close'), stream)).toHaveLength(30);
    },
    'durable',
  ),

  conformanceCase(
    'acknowledged-survives-a-crash',
    async ({ store, restart }) => {
      const stream = freshStream();
      const events = await appendMany(store, stream, 3);
      const later = await restart('crash');
      expect(await readWholeStream(later, stream)).toEqual(events);
      expect(await later.append(stream, sampleCommand(1), 2)).toMatchObject({
        outcome: 'appended',
        revision: 3,
      });
    },
    'durable',
  ),

  conformanceCase(
    'readers-resume-after-a-crash',
    async ({ store, origin, restart }) => {
      const events = [...(await appendMany(store, freshStream(), 5))];
      const page = await store.readLog({ after: origin, limit: 3 });
      const later = await restart('crash');
      events.push(...(await appendMany(later, freshStream(), 2)));
      expect([...page.events, ...(await readWholeLog(later, { after: page.next }))]).toEqual(events);
    },
    'durable',
  ),

  conformanceCase('a-missed-notification-delays-only', async ({ store, origin, wakeWithinMs }) => {
    const events = await appendMany(store, freshStream(), 2);
    // The append is over, so its notification is missed; the listener must be woken all the same.
    await nextWake(store, wakeWithinMs);
    expect(await readWholeLog(store, { after: origin })).toEqual(events);
  }),

  conformanceCase('an-ended-listener-is-not-called', async ({ store, wakeWithinMs }) => {
    let calls = 0;
    const end = store.onAppended(() => {
      calls += 1;
    });
    end();
    const woken = nextWake(store, wakeWithinMs);
    await appendMany(store, freshStream(), 1);
    await woken;
    expect(calls).toBe(0);
  }),

  conformanceCase('a-throwing-listener-stops-nobody', async ({ store, wakeWithinMs }) => {
    const end = store.onAppended(() => {
      throw new Error('thrown on purpose by a listener');
    });
    const woken = nextWake(store, wakeWithinMs);
    await appendMany(store, freshStream(), 1);
    await woken;
    end();
  }),

  conformanceCase(
    'clients-share-one-order',
    async ({ store, another, origin }) => {
      const clients = [store, await another()];
      const stream = freshStream();
      for (let revision = 0; revision < 10; revision += 1) {
        const expected = revision === 0 ? 'no-stream' : revision - 1;
        const result = await clients[revision % 2]?.append(stream, sampleCommand(1), expected);
        expect(result).toMatchObject({ outcome: 'appended', revision });
      }
      for (const client of clients) {
        expect((await readWholeLog(client, { after: origin })).map(({ revision }) => revision)).toEqual(
          Array.from({ length: 10 }, (_, revision) => revision),
        );
      }
    },
    'shared',
  ),

  conformanceCase(
    'clients-wake-each-other',
    async ({ store, another, wakeWithinMs }) => {
      const other = await another();
      const woken = nextWake(other, wakeWithinMs);
      const [event] = await appendMany(store, freshStream(), 1);
      await woken;
      const found = await other.findCommand(event?.stream ?? '', event?.metadata.commandId ?? '');
      expect(found).toEqual([event]);
    },
    'shared',
  ),

  conformanceCase(
    'the-start-of-the-log-stays-readable',
    async ({ store, restart }) => {
      const events = await appendMany(store, freshStream(), 2);
      const later = await restart('close');
      expect((await later.readLog({ after: LOG_START })).events).toEqual(events);
    },
    'fresh',
    'durable',
  ),
] as const;
