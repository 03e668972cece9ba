/**
 * Writers and a follower on a server that fails in every way, in a process without any handler of last resort: an
 * unhandled rejection or an uncaught exception ends it. Says on its output how far it is and, last, what it has seen.
 */
import { hasCode, LOG_START, type Position } from '@duban/kernel';
import type { AppendResult, EventStore, NewEvent } from '@duban/event-store';
import { openEventStoreDb } from '@duban/event-store-eventstoredb';

const [connectionString = '', streams = '0', appends = '0'] = process.argv.slice(2);
const prefix = 'child.';
/** More than the connection takes at once, so that writes queue up inside the client. */
const LONG = '督'.repeat(15_000);

const say = (message: object): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`);
};

const command = (stream: string, number: number): readonly NewEvent[] =>
  [0, 1].map((index) => ({
    id: globalThis.crypto.randomUUID(),
    type: 'ItemAssigned',
    schemaVersion: 1,
    data: { number, index, text: number % 3 === 1 ? LONG : '' },
    metadata: {
      commandId: `${stream}-${number}`,
      commandDigest: 'a'.repeat(64),
      correlationId: 'c',
      causationId: 'c',
      actor: { id: 'person:17', role: 'supervision-office', organ: 'so' },
      onBehalfOf: null,
      basis: { documentNo: '1' },
      occurredAt: '2026-03-05T09:00:00+08:00',
      ruleSet: null,
      calendar: null,
    },
  }));

/** As a client with an idempotency key: sends the same again until it is answered. */
const insist = async (store: EventStore, stream: string, number: number): Promise<AppendResult> => {
  const events = command(stream, number);
  const expected = number === 0 ? 'no-stream' : number * 2 - 1;
  for (;;) {
    try {
      return await store.append(stream, events, expected);
    } catch (error) {
      if (!hasCode(error, 'log.unavailable')) throw error;
    }
  }
};

const follow = async (store: EventStore, total: number): Promise<readonly string[]> => {
  const seen: string[] = [];
  let after: Position = LOG_START;
  while (seen.length < total) {
    const woken = new Promise<void>((resolve) => {
      const end = store.onAppended(() => {
        end();
        resolve();
      });
    });
    const page = await store.readLog({ after, limit: 50 }).catch(() => null);
    seen.push(...(page?.events ?? []).map(({ stream, revision }) => `${stream}@${revision}`));
    if (page === null || page.next === after) await woken;
    after = page?.next ?? after;
  }
  return seen;
};

const timeouts = { appendMs: 250, idleMs: 250, patienceMs: 3_000, longestPauseMs: 60, watchMs: 200 };
const store = await openEventStoreDb({ connectionString, streamPrefix: prefix, timeouts, heartbeatMs: 100 });
const count = Number(streams);
const each = Number(appends);
let done = 0;
say({ ready: true });
const followed = follow(store, count * each * 2);
const outcomes = await Promise.all(
  Array.from({ length: count }, async (_, index) => {
    const counts: Record<string, number> = {};
    for (let number = 0; number < each; number += 1) {
      const { outcome } = await insist(store, `case-${index}`, number);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      done += 1;
      say({ done });
    }
    return counts;
  }),
);
say({ outcomes, followed: await followed, health: store.health() });
await store.close();
