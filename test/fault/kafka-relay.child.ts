/** A relay from a log file to Kafka, in a process of its own, to be killed. Argument: the settings as JSON. */
import { openSqliteStore } from '@duban/event-store-sqlite';
import { openKafkaOutlet, openSqlitePositionStore, startRelay, TOPICS } from '@duban/messaging';

type Settings = { log: string; positions: string; broker: string; partitions: number; pageSize: number };

const { log, positions, broker, partitions, pageSize } = JSON.parse(process.argv[2] ?? '{}') as Settings;

const place = openSqlitePositionStore(positions);
const relay = startRelay({
  name: 'kafka',
  tenant: 'test',
  reader: await openSqliteStore({ file: log }),
  outlet: openKafkaOutlet({
    kafka: { brokers: [broker], clientId: 'relay' },
    layout: { topics: Object.values(TOPICS), partitions, replicas: 1 },
  }),
  positions: {
    ...place,
    // The parent kills us by the number of pages that are out: by then the next one is on its way.
    advance: async (...move) => {
      await place.advance(...move);
      process.stdout.write('page\n');
    },
  },
  pageSize,
  backoff: { firstMs: 50, mostMs: 1_000 },
});

// Waiting for news holds no process up; an application has its server for that.
setInterval(() => undefined, 60_000);
await relay.ended;
