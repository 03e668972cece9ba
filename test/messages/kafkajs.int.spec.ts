import { randomUUID } from 'node:crypto';
import { afterEach, expect, it, jest } from '@jest/globals';
import { Partitioners, type Consumer, type Producer } from 'kafkajs';
import { createKafka } from '@duban/kafka';
import { createTopics, openKafkaOutlet } from '@duban/messaging';
import { describeWith } from '../setup/describe-with.ts';
import { sharedBroker } from '../setup/kafka/shared-broker.ts';
import { deafSockets } from './deaf-sockets.ts';
import { readTopic } from './kafka-reader.ts';

/** A group takes seconds to agree; a busy machine takes longer. */
jest.setTimeout(90_000);

const shared = await sharedBroker();
const brokers = 'brokers' in shared ? shared.brokers : [];
const layoutOf = (topic: string, partitions = 1) => ({ topics: [topic], partitions, replicas: 1 });

const open: (Producer | Consumer)[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.disconnect();
});

const topicWith = async (partitions: number): Promise<string> => {
  const topic = `k-${randomUUID()}`;
  await createTopics(createKafka({ brokers, clientId: 'admin' }), layoutOf(topic, partitions));
  return topic;
};

const values = async (topic: string, count: number): Promise<readonly string[]> =>
  (await readTopic(brokers, topic, count)).map(({ value }) => value);

describeWith('missing' in shared ? shared.missing : undefined, 'kafkajs 2.2.4 on a real broker', () => {
  it('loses nothing through our outlet when an answer is lost: what failed is there again, then what follows', async () => {
    const topic = `k-${randomUUID()}`;
    const line = deafSockets();
    const kafka = { brokers, clientId: 'outlet', socketFactory: line.factory };
    const outlet = openKafkaOutlet({ kafka, layout: layoutOf(topic), patienceMs: 1_000 });
    const publish = (value: string): Promise<void> => outlet.publish([{ topic, key: 'k', value }]);
    await publish('before');
    line.isDeaf = true;
    await expect(publish('a')).rejects.toMatchObject({ code: 'outlet.unavailable' });
    line.isDeaf = false;
    await publish('a');
    await publish('b');
    await outlet.close();
    const arrived = await values(topic, 4);
    expect([...new Set(arrived)]).toEqual(['before', 'a', 'b']);
  });

  it('creates topics as wanted, never by accident, and refuses another number of partitions', async () => {
    const topic = await topicWith(3);
    const kafka = createKafka({ brokers, clientId: 'admin' });
    await expect(createTopics(kafka, layoutOf(topic, 4))).rejects.toMatchObject({
      code: 'outlet.topic-layout',
    });
    await createTopics(kafka, layoutOf(topic, 3));
    const producer = kafka.producer({ allowAutoTopicCreation: false });
    open.push(producer);
    await producer.connect();
    const unknown = producer.send({ topic: `k-${randomUUID()}`, messages: [{ value: 'x' }] });
    await expect(unknown).rejects.toMatchObject({ name: 'KafkaJSNumberOfRetriesExceeded' });
  });

  it('sends a key where the Java client sends it', async () => {
    const topic = await topicWith(8);
    const partition = Partitioners.DefaultPartitioner()({
      topic,
      partitionMetadata: Array.from({ length: 8 }, (_, id) => ({
        partitionErrorCode: 0,
        partitionId: id,
        leader: 1,
        replicas: [1],
        isr: [1],
      })),
      message: { key: '21', value: '' },
    });
    // murmur2('21') = -973932308, the vector of Kafka's own UtilsTest.
    expect(partition).toBe((-973932308 & 0x7fffffff) % 8);
  });

  it('shares the partitions of a group, and gives them back when a member leaves', async () => {
    const topic = await topicWith(4);
    const groupId = `g-${randomUUID()}`;
    const join = async (): Promise<{ consumer: Consumer; next: () => Promise<number> }> => {
      const consumer = createKafka({ brokers, clientId: 'member' }).consumer({
        groupId,
        sessionTimeout: 6_000,
      });
      open.push(consumer);
      const counts: number[] = [];
      let wake: () => void = () => undefined;
      consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
        counts.push(payload.memberAssignment[topic]?.length ?? 0);
        wake();
      });
      await consumer.connect();
      await consumer.subscribe({ topic });
      await consumer.run({ eachMessage: async () => undefined });
      return {
        consumer,
        next: async () => {
          while (counts.length === 0) await new Promise<void>((resolve) => (wake = resolve));
          return counts.shift() ?? 0;
        },
      };
    };
    const first = await join();
    expect(await first.next()).toBe(4);
    const second = await join();
    expect(await Promise.all([first.next(), second.next()])).toEqual([2, 2]);
    await second.consumer.disconnect();
    expect(await first.next()).toBe(4);
  });

  it('neither warns of negative delays nor checks an empty queue over and over', async () => {
    const warnings: string[] = [];
    const onWarning = ({ name }: Error): void => void warnings.push(name);
    process.on('warning', onWarning);
    const topic = await topicWith(1);
    const producer = createKafka({ brokers, clientId: 'idle' }).producer();
    open.push(producer);
    await producer.connect();
    await producer.send({ topic, messages: [{ value: 'x' }] });
    const timers = process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    await producer.send({ topic, messages: [{ value: 'y' }] });
    const after = process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    process.off('warning', onWarning);
    expect(after).toBeLessThanOrEqual(timers);
    expect(warnings).not.toContain('TimeoutNegativeWarning');
  });
});
