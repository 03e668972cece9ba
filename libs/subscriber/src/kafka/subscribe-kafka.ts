import type { Consumer as KafkaConsumer } from 'kafkajs';
import { CodedError } from '@duban/kernel';
import { createKafka, type KafkaSettings, RETRY } from '@duban/kafka';
import type { Subscription, Watch } from '../subscription.ts';
import { type Session, type SessionContext, supervise, SUPERVISION, type Supervision } from '../supervise.ts';
import type { Consumer } from '../take-in.ts';
import { BatchIntake } from './batch-intake.ts';
import { PartitionLanes } from './partition-lanes.ts';

export type KafkaOptions<Tx> = Consumer<Tx> & {
  readonly kafka: KafkaSettings;
  readonly topics: readonly string[];
  /** Members of one group share the partitions, and must share one inbox. */
  readonly groupId: string;
  /** Where a partition begins that the inbox knows nothing of; default `start`. `now` is when the subscription began. */
  readonly begin?: 'start' | 'now';
  readonly watch?: Watch;
  readonly sessionTimeoutMs?: number;
  readonly supervision?: Partial<Supervision>;
};

const SESSION_MS = 15_000;
const HEARTBEATS_PER_SESSION = 5;
/** Above what topics take, so that no message can stick a partition. */
const FETCH_BYTES = 4_194_304;
const FETCH_WAIT_MS = 1_000;
/** Long enough to sit out a broker that starts again: a new member would wait for the old one's session to run out. */
const PATIENT = { ...RETRY, retries: 14 };
const GOODBYE_MS = 5_000;

const consumerOf = <Tx>({ kafka, groupId, sessionTimeoutMs = SESSION_MS }: KafkaOptions<Tx>): KafkaConsumer =>
  createKafka(kafka, PATIENT).consumer({
    groupId,
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: Math.floor(sessionTimeoutMs / HEARTBEATS_PER_SESSION),
    maxBytesPerPartition: FETCH_BYTES,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    allowAutoTopicCreation: false,
    // A crash ends the session, and the next session has a consumer of its own (A3b: crash rules).
    retry: { ...PATIENT, restartOnFailure: async () => false },
  });

/** kafkajs can hang in its goodbye, and goes on consuming after it (#1593): nobody waits for that. */
const sayGoodbye = async (consumer: KafkaConsumer): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, GOODBYE_MS);
  });
  await Promise.race([consumer.disconnect().catch(() => undefined), enough]);
  clearTimeout(timer);
};

const endsOf = async <Tx>({ kafka, topics }: KafkaOptions<Tx>): Promise<ReadonlyMap<string, string>> => {
  const admin = createKafka(kafka).admin();
  try {
    await admin.connect();
    const ends = new Map<string, string>();
    for (const topic of topics) {
      for (const { partition, high } of await admin.fetchTopicOffsets(topic)) {
        ends.set(PartitionLanes.nameOf(topic, partition), high);
      }
    }
    return ends;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};

type Begins = ReadonlyMap<string, string>;

/** Looked up once: a second session must not take its own beginning for "now". */
const beginsOf = <Tx>(options: KafkaOptions<Tx>): (() => Promise<Begins>) => {
  let begins: Begins | null = options.begin === 'now' ? null : new Map();
  return async () => (begins ??= await endsOf(options));
};

type Ending = { readonly end: () => void; readonly fail: (error: unknown) => void };

const sessionOf = <Tx>(options: KafkaOptions<Tx>): Session => {
  const begins = beginsOf(options);
  return async (context) => {
    const consumer = consumerOf(options);
    const { promise: over, resolve, reject } = Promise.withResolvers<undefined>();
    const ending = {
      end: () => {
        resolve(undefined);
      },
      fail: reject,
    };
    context.signal.addEventListener('abort', ending.end);
    try {
      const receiver = { ...options, begins: await begins() };
      await Promise.race([over, consume(consumer, receiver, context, ending)]);
      await over;
    } finally {
      await sayGoodbye(consumer);
    }
  };
};

const consume = async <Tx>(
  consumer: KafkaConsumer,
  options: KafkaOptions<Tx> & { readonly begins: Begins },
  context: SessionContext,
  { end, fail }: Ending,
): Promise<void> => {
  const { record, signal, alive } = context;
  let hasFailed = false;
  const isOver = (): boolean => hasFailed || signal.aborted || record.hasEnough;
  const intake = new BatchIntake(consumer, options, context, isOver);
  const { GROUP_JOIN, FETCH, HEARTBEAT, END_BATCH_PROCESS, CRASH } = consumer.events;
  consumer.on(GROUP_JOIN, () => {
    intake.lanes.forgetAll();
    record.waiting.clear();
    record.status = 'running';
  });
  for (const sign of [FETCH, HEARTBEAT, END_BATCH_PROCESS, GROUP_JOIN] as const) consumer.on(sign, alive);
  consumer.on(CRASH, ({ payload }) => {
    fail(payload.error);
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [...options.topics], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    eachBatch: async (payload) => {
      // What kafkajs still hands over after a fault must not be taken in.
      if (isOver()) return;
      await intake.take(payload).catch((error: unknown) => {
        if (!(error instanceof CodedError)) throw error;
        hasFailed = true;
        fail(error);
      });
      if (record.hasEnough) end();
    },
  });
};

/** Receives from Kafka, in order per case, each event once as far as the inbox remembers. */
export const subscribeKafka = <Tx>(options: KafkaOptions<Tx>): Subscription =>
  supervise(
    sessionOf(options),
    { ...SUPERVISION, ...options.supervision },
    {
      hasLag: true,
      watch: options.watch,
    },
  );
