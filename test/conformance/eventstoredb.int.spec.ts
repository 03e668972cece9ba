import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeEventStore } from '@duban/event-store-conformance';
import { type DoubleOptions, type EsdbDouble, startEsdbDouble } from '../setup/esdb/start-esdb-double.ts';
import { doubleLogFactory } from './eventstoredb-log-factory.ts';

/** Runs the suite against a server of its own; positions have gaps, and keys are unique in their stream only. */
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
    describeEventStore(
      `eventstoredb (double, ${name})`,
      doubleLogFactory(() => double),
      {
        promises: ['fresh', 'durable', 'shared'],
      },
    );
  });
};

describeOn('with BatchAppend', {});
describeOn('without BatchAppend, three members', { batchAppend: false, members: 3 });
