import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { AppendResult, EventStore, NewEvent } from '@duban/event-store';
import {
  type DoubleOptions,
  type EsdbDouble,
  startEsdbDouble,
} from '../../../../test/setup/esdb/start-esdb-double.ts';
import type { EventStoreDbOptions } from './esdb-options.ts';
import { type EventStoreDb, openEventStoreDb } from './open-eventstoredb.ts';

/** Short enough that a spec sees them pass, long enough for a busy machine. */
const TIMEOUTS = { appendMs: 250, idleMs: 250, patienceMs: 10_000, longestPauseMs: 50, watchMs: 150 };

/** For tests in which no server fails. */
export const PATIENT = { ...TIMEOUTS, appendMs: 15_000, idleMs: 15_000, patienceMs: 60_000 };

export type Bench = {
  readonly double: () => EsdbDouble;
  /** A store with a name space of its own; closed after the test. */
  readonly open: (options?: Partial<EventStoreDbOptions>) => Promise<EventStoreDb>;
};

/** One server for all tests of a file, without faults at the start of each. */
export const setUpBench = (options: DoubleOptions = {}): Bench => {
  let double: EsdbDouble | undefined;
  let folder = '';
  const opened: EventStore[] = [];
  const started = (): EsdbDouble => {
    if (double === undefined) throw new Error('the double has not been started');
    return double;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duban-esdb-'));
    double = await startEsdbDouble({ file: join(folder, 'events.ndjson'), ...options });
  });
  afterEach(async () => {
    await started().tell({ do: 'clear-faults' });
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  afterAll(async () => {
    await started().stop();
    await rm(folder, { recursive: true });
  });
  return {
    double: started,
    open: async (more = {}) => {
      const own = {
        connectionString: started().connectionString(),
        streamPrefix: `t${globalThis.crypto.randomUUID()}.`,
      };
      const store = await openEventStoreDb({ ...own, ...more, timeouts: { ...TIMEOUTS, ...more.timeouts } });
      opened.push(store);
      return store;
    },
  };
};

/** The events of one new command. */
export const command = (count = 1, text = ''): readonly NewEvent[] => {
  const commandId = globalThis.crypto.randomUUID();
  return Array.from({ length: count }, (_, index) => ({
    id: globalThis.crypto.randomUUID(),
    type: 'ItemAssigned',
    schemaVersion: 1,
    data: { index, text },
    metadata: {
      commandId,
      commandDigest: 'a'.repeat(64),
      correlationId: commandId,
      causationId: commandId,
      actor: { id: 'person:17', role: 'supervision-office', organ: 'so' },
      onBehalfOf: null,
      basis: { documentNo: '〔2026〕3号' },
      occurredAt: '2026-03-05T09:00:00+08:00',
      ruleSet: null,
      calendar: null,
    },
  }));
};

export const newStream = (): string => `case-${globalThis.crypto.randomUUID()}`;

/** Revisions of all events in a stream: what was written twice would be seen. */
export const revisionsIn = async (store: EventStore, stream: string): Promise<readonly number[]> =>
  (await store.readStream(stream)).events.map(({ revision }) => revision);

export const outcomesOf = (results: readonly AppendResult[]): readonly string[] =>
  [...new Set(results.map(({ outcome }) => outcome))].sort();

/** The next wake-up of a listener. */
export const nextWake = (store: EventStore): Promise<void> =>
  new Promise((resolve) => {
    const end = store.onAppended(() => {
      end();
      resolve();
    });
  });
