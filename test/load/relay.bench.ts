/**
 * From the log to Kafka against kafkajs alone, which sends the same messages in the same portions and knows neither log nor place:
 * `npm run bench -- relay [events]`. Needs Java and Maven, as the tests do.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Partitioners } from 'kafkajs';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { createKafka } from '@duban/kafka';
import {
  createMemoryOutlet,
  createTopics,
  openKafkaOutlet,
  openSqlitePositionStore,
  startRelay,
  TOPICS,
  type Outlet,
  type OutletMessage,
  type TopicLayout,
} from '@duban/messaging';
import { withholdPersonalText } from '@duban/privacy';
import { writeAppends } from '../fault/case-log.ts';
import { kafkaFiles } from '../setup/kafka/kafka-files.ts';
import { startBroker } from '../setup/kafka/start-broker.ts';
import { compare, perSecond, report } from './compare.ts';

const EVENTS = Number(process.argv[2] ?? 50_000);
/** As the server does. */
const PAGE = 200;
const PARTITIONS = 12;
const TENANT = 'bench';

const files = await kafkaFiles();
if (typeof files === 'string') throw new Error(files);
const broker = await startBroker(files);
const folder = await mkdtemp(join(tmpdir(), 'duban-bench-'));
const log = { cases: 500, eventsPerCase: EVENTS / 500, perAppend: 5 };
const store = await openSqliteStore({ file: join(folder, 'log.sqlite') });
const kafka = { brokers: [broker.address], clientId: 'bench' };
let topics = 0;

const layoutOf = (topic: string): TopicLayout => ({ topics: [topic], partitions: PARTITIONS, replicas: 1 });

/** A topic that is there before the clock starts. */
const freshTopic = async (): Promise<string> => {
  const topic = `bench-${String((topics += 1))}`;
  await createTopics(createKafka(kafka), layoutOf(topic));
  return topic;
};

/** All of the log, from its start, under a name of its own. */
const relayTo = async (outlet: Outlet, name: string, topicOf = (topic: string) => topic): Promise<void> => {
  const positions = openSqlitePositionStore(join(folder, `${name}.sqlite`));
  const parts = { reader: withholdPersonalText(store), outlet, positions, topicOf };
  const until = await store.head();
  await startRelay({ name, tenant: TENANT, pageSize: PAGE, until, ...parts }).ended;
  await positions.close();
};

const relayed = async (): Promise<number> => {
  const topic = await freshTopic();
  const outlet = openKafkaOutlet({ kafka, layout: layoutOf(topic) });
  const rate = await perSecond(EVENTS, () => relayTo(outlet, topic, () => topic));
  await outlet.close();
  return rate;
};

/** What the relay sends, taken from a relay that sends it nowhere. */
const messages = async (): Promise<readonly OutletMessage[]> => {
  const outlet = createMemoryOutlet();
  await relayTo(outlet, 'messages');
  return outlet.messages(TOPICS.case);
};

const sentBare = async (sent: readonly OutletMessage[]): Promise<number> => {
  const topic = await freshTopic();
  const producer = createKafka(kafka).producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  const rate = await perSecond(EVENTS, async () => {
    await producer.connect();
    for (let from = 0; from < sent.length; from += PAGE)
      await producer.send({ topic, acks: -1, messages: sent.slice(from, from + PAGE) });
  });
  await producer.disconnect();
  return rate;
};

try {
  await writeAppends(store, log, { from: 0, to: EVENTS / log.perAppend });
  const sent = await messages();
  report([await compare(`relay of ${String(EVENTS)} events`, 0.6, relayed, () => sentBare(sent))]);
} finally {
  await store.close();
  await broker.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit();
