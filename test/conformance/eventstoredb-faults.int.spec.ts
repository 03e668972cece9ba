import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeEventStore } from '@duban/event-store-conformance';
import {
  type DoubleOptions,
  type EsdbDouble,
  type Fault,
  startEsdbDouble,
} from '../setup/esdb/start-esdb-double.ts';
import { doubleLogFactory } from './eventstoredb-log-factory.ts';

/** As long as a case runs: every n-th call of a kind fails in this way. */
const always = (fault: Fault): Fault => ({ ...fault, times: null });

const FAULTS: readonly Fault[] = [
  { on: 'append', kind: 'lost-answer', every: 47 },
  { on: 'append', kind: 'stray-answer', every: 63 },
  { on: 'append', kind: 'cut', every: 75 },
  { on: 'append', kind: 'late-commit', ms: 120, every: 83 },
  { on: 'append', kind: 'refuse', detail: 'Timeout', every: 87 },
  { on: 'append', kind: 'error', code: 'INTERNAL', every: 123 },
  { on: 'append', kind: 'silence', every: 135 },
  { on: 'append', kind: 'not-leader', every: 143 },
  { on: 'append', kind: 'not-leader-unnamed', every: 159 },
  { on: 'read', kind: 'cut-midway', every: 29 },
  { on: 'read', kind: 'error', code: 'DEADLINE_EXCEEDED', every: 47 },
  { on: 'read', kind: 'slow', ms: 5, every: 11 },
  { on: 'read', kind: 'silence', every: 97 },
  { on: 'subscribe', kind: 'error', code: 'ABORTED', every: 2 },
  { on: 'features', kind: 'error', code: 'DEADLINE_EXCEEDED', every: 3 },
].map((fault) => always(fault as Fault));

const timeouts = { appendMs: 200, idleMs: 200, patienceMs: 20_000, longestPauseMs: 80, watchMs: 500 };

const describeOn = (name: string, options: DoubleOptions): void => {
  describe(name, () => {
    let folder = '';
    let double: EsdbDouble;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'duban-esdb-'));
      double = await startEsdbDouble({ ...options, file: join(folder, 'events.ndjson') });
    });
    afterAll(async () => {
      await double.stop();
      await rm(folder, { recursive: true, force: true });
    });
    const factory = doubleLogFactory(() => double, { timeouts }, FAULTS);
    describeEventStore(`eventstoredb (double, ${name})`, factory, {
      promises: ['fresh', 'durable', 'shared'],
    });
  });
};

describeOn('failing, with BatchAppend', {});
describeOn('failing, without BatchAppend, three members', { batchAppend: false, members: 3 });
