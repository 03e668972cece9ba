import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { LOG_START } from '@duban/kernel';
import type { EventStore, NewEvent } from '@duban/event-store';
import { openMemoryStore } from '@duban/event-store-memory';
import { restrictedCases } from '@duban/messaging';
import { eventFeed, type EventFeed } from '../composition/event-feed.ts';
import { EventStream } from './event-stream.ts';

/** A client's side of a response: reads all at once, or not at all. */
class Client extends EventEmitter {
  readonly chunks: string[] = [];
  readonly isReading: boolean;
  destroyed = false;
  writableNeedDrain = false;

  constructor(isReading: boolean) {
    super();
    this.isReading = isReading;
  }

  write(chunk: string): boolean {
    this.chunks.push(chunk);
    this.writableNeedDrain = !this.isReading;
    return this.isReading;
  }

  end(): this {
    this.emit('close');
    return this;
  }

  destroy(): this {
    this.destroyed = true;
    return this.end();
  }

  ids(): readonly string[] {
    return [...this.chunks.join('').matchAll(/^id: (.*)$/gm)].map(([, id]) => id ?? '');
  }

  /** Resolves once so many events have arrived. */
  async has(count: number): Promise<void> {
    while (this.ids().length < count) await new Promise((resolve) => setImmediate(resolve));
  }
}

const closedCase = (n: number): NewEvent => ({
  id: `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`,
  type: 'CaseClosed',
  schemaVersion: 1,
  data: { closedOn: '2026-01-05', dispositions: [] },
  metadata: {
    ...{ commandId: `c${String(n)}`, commandDigest: 'd', correlationId: 'x', causationId: 'x' },
    actor: { id: 'person:a', role: 'working-body', organ: 'o' },
    ...{
      onBehalfOf: null,
      basis: {},
      occurredAt: '2026-01-05T09:00:00+08:00',
      ruleSet: null,
      calendar: null,
    },
  },
});

let store: EventStore;
let feed: EventFeed;

const open = (): void => {
  store = openMemoryStore();
  feed = eventFeed({ reader: store, tenant: 'cq', restricted: restrictedCases(store) });
};

afterEach(async () => {
  feed.close();
  await store.close();
});

const run = (client: Client, patienceMs: number, until = Number.MAX_SAFE_INTEGER): Promise<string> => {
  const times = { heartbeatMs: 60_000, patienceMs };
  const response = client as EventEmitter as ServerResponse;
  return new EventStream(response, feed, {
    from: LOG_START,
    wants: () => true,
    textOf: ({ text }) => text,
    times,
    until,
  }).run();
};

describe('one stuck client among many', () => {
  it('is dropped after one page, and the others miss nothing', async () => {
    open();
    const clients = Array.from({ length: 200 }, () => new Client(true));
    const stuck = new Client(false);
    const runs = clients.map((client) => run(client, 60_000));
    const dropped = run(stuck, 20);
    for (let n = 0; n < 300; n += 1) await store.append('case-c1', [closedCase(n)], 'any');
    expect(await dropped).toBe('dropped');
    expect(stuck.destroyed).toBe(true);
    expect(stuck.ids().length).toBeLessThanOrEqual(64);
    await Promise.all(clients.map((client) => client.has(300)));
    for (const client of clients) expect(new Set(client.ids()).size).toBe(300);
    expect(feed.clients()).toBe(200);
    feed.close();
    expect(new Set(await Promise.all(runs))).toEqual(new Set(['ended']));
  });
});

describe('a client that goes away', () => {
  it('is forgotten', async () => {
    open();
    const client = new Client(true);
    const ended = run(client, 60_000);
    expect(feed.clients()).toBe(1);
    client.emit('close');
    expect([await ended, feed.clients()]).toEqual(['ended', 0]);
  });
});

describe('the token of a client that listens', () => {
  it('ends its stream, and no other', async () => {
    open();
    const [brief, lasting] = [new Client(true), new Client(true)];
    const ended = run(brief, 60_000, Date.now() + 30);
    const going = run(lasting, 60_000);
    expect(await ended).toBe('ended');
    await store.append('case-c1', [closedCase(1)], 'any');
    await lasting.has(1);
    expect([brief.ids(), feed.clients()]).toEqual([[], 1]);
    feed.close();
    await going;
  });

  it('that has ended already hears nothing', async () => {
    open();
    await store.append('case-c1', [closedCase(1)], 'any');
    const late = new Client(true);
    expect(await run(late, 60_000, Date.now() - 1)).toBe('ended');
    expect(late.ids()).toEqual([]);
  });
});
