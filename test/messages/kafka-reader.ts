import { randomUUID } from 'node:crypto';
import { createKafka } from '@duban/kafka';
import type { OutletMessage } from '@duban/messaging';

/** Reads a topic from its start by the plainest of consumers, until `count` messages have come. */
export const readTopic = async (
  brokers: readonly string[],
  topic: string,
  count: number,
): Promise<readonly OutletMessage[]> => {
  const consumer = createKafka({ brokers, clientId: 'reader' }).consumer({
    groupId: `reader-${randomUUID()}`,
    allowAutoTopicCreation: false,
    maxBytesPerPartition: 4_194_304,
  });
  const messages: OutletMessage[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer.on('consumer.crash', ({ payload }) => {
      // The first group of a fresh broker waits for its coordinator to load; kafkajs calls that a crash and goes on.
      if (!payload.restart) reject(payload.error);
    });
    consumer
      .run({
        eachMessage: async ({ message }) => {
          messages.push({ topic, key: String(message.key), value: String(message.value) });
          if (messages.length >= count) resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return messages;
};

/** Everything that a topic holds now. */
export const readWholeTopic = async (
  brokers: readonly string[],
  topic: string,
): Promise<readonly OutletMessage[]> => {
  const admin = createKafka({ brokers, clientId: 'reader' }).admin();
  await admin.connect();
  const partitions = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const count = partitions.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
  return readTopic(brokers, topic, count);
};
