/**
 * `ESDB_URL=esdb://… npm run test:esdb`: the suite on a real server. Not part of `npm test`, which has none; every case
 * writes streams of its own there and leaves them, so name a server that may be thrown away.
 */
import { describeEventStore, type LogFactory } from '@duban/event-store-conformance';
import { openEventStoreDb } from '@duban/event-store-eventstoredb';
import { describeWith } from '../setup/describe-with.ts';

const url = process.env['ESDB_URL'];
const missing = url === undefined ? 'ESDB_URL does not name a server' : undefined;

/** The server is not ours to kill: a crash here is that of the clients only. */
const serverLogFactory: LogFactory = async (clock) => {
  const streamPrefix = `duban-test-${globalThis.crypto.randomUUID()}.`;
  return {
    open: () => openEventStoreDb({ connectionString: url ?? '', streamPrefix, clock }),
    crash: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  };
};

describeWith(missing, 'a real server', () => {
  // Others' events may be there already, so no log is empty.
  describeEventStore('eventstoredb (ESDB_URL)', serverLogFactory, { promises: ['durable', 'shared'] });
});
