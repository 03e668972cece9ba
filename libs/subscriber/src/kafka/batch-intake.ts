import type { Consumer as KafkaConsumer, EachBatchPayload, KafkaMessage } from 'kafkajs';
import { CodedError, hasCode } from '@duban/kernel';
import { parseEvent, type PublicEvent } from '../public-event.ts';
import type { SessionContext } from '../supervise.ts';
import { type Consumer, takeIn } from '../take-in.ts';
import { PartitionLanes } from './partition-lanes.ts';

const EARLIEST = '-2';
/** Messages in one transaction of the consumer: milliseconds, so that heartbeats are never late. */
const CHUNK = 250;

const eventOf = ({ value, offset }: KafkaMessage): PublicEvent => {
  if (value === null) throw new CodedError('subscriber.unreadable', `offset ${offset} has no value`);
  return parseEvent(value.toString());
};

const after = ({ offset }: KafkaMessage): string => String(BigInt(offset) + 1n);

/** `begins`: the offset at which a lane begins that the inbox knows nothing of; the start of the partition unless said. */
type Receiver<Tx> = Consumer<Tx> & { readonly begins: ReadonlyMap<string, string> };

/** Takes in what one consumer fetches. The inbox alone says where a partition goes on; Kafka's offsets only show lag. */
export class BatchIntake<Tx> {
  readonly lanes = new PartitionLanes();
  readonly #consumer: KafkaConsumer;
  readonly #receiver: Receiver<Tx>;
  readonly #context: SessionContext;
  readonly #isOver: () => boolean;

  constructor(
    consumer: KafkaConsumer,
    receiver: Receiver<Tx>,
    context: SessionContext,
    isOver: () => boolean,
  ) {
    this.#consumer = consumer;
    this.#receiver = receiver;
    this.#context = context;
    this.#isOver = isOver;
  }

  /** @throws CodedError of `takeIn` and `parseEvent`, or what kafkajs throws to rejoin its group */
  async take(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const lane = PartitionLanes.nameOf(batch.topic, batch.partition);
    if (!(await this.#isPlaced(lane, payload))) return;
    for (let at = 0; at < batch.messages.length; at += CHUNK) {
      if (!payload.isRunning() || payload.isStale() || this.#isOver()) return;
      if (!(await this.#takeChunk(lane, batch.messages.slice(at, at + CHUNK), payload))) return;
    }
    const { waiting } = this.#context.record;
    waiting.set(lane, Number(batch.highWatermark) - Number(this.lanes.at(lane) ?? 0));
    await this.#showLag(lane, payload);
  }

  /** Seeks where the inbox says, unless the batch begins there. */
  async #isPlaced(lane: string, { batch }: EachBatchPayload): Promise<boolean> {
    if (this.lanes.has(lane)) return true;
    const { topic, partition } = batch;
    const place = await this.#receiver.inbox.place(lane);
    this.lanes.put(lane, place);
    const offset = place ?? this.#receiver.begins.get(lane) ?? EARLIEST;
    if (offset === batch.firstOffset()) return true;
    this.#consumer.seek({ topic, partition, offset });
    return false;
  }

  async #takeChunk(
    lane: string,
    messages: readonly KafkaMessage[],
    payload: EachBatchPayload,
  ): Promise<boolean> {
    const last = messages.at(-1);
    if (last === undefined) return true;
    const to = after(last);
    const intake = { lane, from: this.lanes.at(lane), to, events: messages.map(eventOf) };
    try {
      await takeIn(this.#receiver, intake, this.#context);
    } catch (error) {
      if (!hasCode(error, 'subscriber.place-moved')) throw error;
      // Another member has had this partition meanwhile: look its place up again.
      this.lanes.forget(lane);
      return false;
    }
    if (this.#context.record.hasEnough) return false;
    this.lanes.put(lane, to);
    payload.resolveOffset(last.offset);
    await payload.heartbeat();
    return true;
  }

  async #showLag(lane: string, payload: EachBatchPayload): Promise<void> {
    const { topic, partition } = payload.batch;
    const offset = this.lanes.at(lane);
    if (offset === null) return;
    await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
  }
}
