import type { Kafka, Producer, TopicMessages } from 'kafkajs';
import { CodedError } from '@duban/kernel';
import { createKafka, type KafkaSettings, loadKafkajs, RETRY } from '@duban/kafka';
import type { Outlet, OutletMessage } from '../relay/outlet.port.ts';
import { chunksOf } from './chunks-of.ts';
import { createTopics, type TopicLayout } from './topics.ts';

export type KafkaOutletOptions = {
  readonly kafka: KafkaSettings;
  readonly layout: TopicLayout;
  /** However long kafkajs tries, a publish ends after this. */
  readonly patienceMs?: number;
};

const PATIENCE_MS = 60_000;
const ALL_REPLICAS = -1;
/** What every record says of itself. */
export const RECORD_HEADERS = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };

const byTopic = (messages: readonly OutletMessage[]): TopicMessages[] =>
  [...Map.groupBy(messages, ({ topic }) => topic)].map(([topic, group]) => ({
    topic,
    messages: group.map(({ key, value }) => ({ key, value, headers: RECORD_HEADERS })),
  }));

const within = async <Answer>(ms: number, work: Promise<Answer>): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer from Kafka within ${ms} ms`));
    }, ms);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
};

/**
 * Kafka by kafkajs. A producer that failed once is never used again: kafkajs would give the sequence numbers of what
 * failed to something else, and a broker that had stored the first would take the second for a copy (A3b).
 */
class KafkaOutlet {
  readonly #kafka: Kafka;
  readonly #options: KafkaOutletOptions;
  #producer: Producer | null = null;
  #attempt: symbol | null = null;
  #hasTopics = false;
  #isClosed = false;

  constructor(options: KafkaOutletOptions) {
    this.#options = options;
    this.#kafka = createKafka(options.kafka);
  }

  async publish(messages: readonly OutletMessage[]): Promise<void> {
    if (this.#isClosed) throw new CodedError('outlet.closed', 'the outlet is closed');
    const chunks = chunksOf(messages);
    const attempt = Symbol('publish');
    this.#attempt = attempt;
    try {
      await within(this.#options.patienceMs ?? PATIENCE_MS, this.#sendAll(chunks, attempt));
    } catch (cause) {
      this.#discard();
      if (cause instanceof CodedError) throw cause;
      throw new CodedError('outlet.unavailable', cause instanceof Error ? cause.message : String(cause), {
        cause,
      });
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const producer = this.#producer;
    this.#producer = null;
    await producer?.disconnect();
  }

  async #sendAll(chunks: readonly (readonly OutletMessage[])[], attempt: symbol): Promise<void> {
    const producer = this.#producer ?? (await this.#connected());
    if (this.#attempt !== attempt) {
      await producer.disconnect();
      return;
    }
    this.#producer = producer;
    for (const chunk of chunks) {
      // Given up meanwhile: what came now would arrive behind what has been sent again.
      if (this.#attempt !== attempt) return;
      await producer.sendBatch({ acks: ALL_REPLICAS, topicMessages: byTopic(chunk) });
    }
  }

  async #connected(): Promise<Producer> {
    if (!this.#hasTopics) await createTopics(this.#kafka, this.#options.layout);
    this.#hasTopics = true;
    const producer = this.#kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: loadKafkajs().Partitioners.DefaultPartitioner,
      retry: RETRY,
    });
    await producer.connect();
    return producer;
  }

  #discard(): void {
    const producer = this.#producer;
    this.#producer = null;
    this.#attempt = null;
    this.#hasTopics = false;
    producer?.disconnect().catch(() => undefined);
  }
}

/** Connects with the first publish; a broker that is away is that publish's affair. */
export const openKafkaOutlet = (options: KafkaOutletOptions): Outlet => {
  const outlet = new KafkaOutlet(options);
  return {
    publish: (messages) => outlet.publish(messages),
    close: () => outlet.close(),
  };
};
