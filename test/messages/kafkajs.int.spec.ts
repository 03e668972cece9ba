import { randomUUID } from 'node:crypto';
import { afterEach, expect, it, jest } from '@jest/globals';
import { Kafka, logLevel, Partitioners, type Consumer, type Producer } from 'kafkajs';
import { createKafka } from '@duban/kafka';
import { createTopics, openKafkaOutlet } from '@duban/messaging';
import { describeWith } from '../setup/describe-with.ts';
import { sharedBroker } from '../setup/kafka/shared-broker.ts';
import { readTopic } from './kafka-reader.ts';
import { startSwallowingProxy, type SwallowingProxy } from './swallowing-proxy.ts';

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

/** Nothing here may hang: what does not come in time fails by name. */
const soon = async <Answer>(what: string, work: Promise<Answer>, ms = 60_000): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what}: nothing within ${ms} ms`));
    }, ms);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
};

/** kafkajs as its manual shows an idempotent producer, trying twice and waiting briefly. */
const bareProducer = (proxy: SwallowingProxy): Producer =>
  new Kafka({
    brokers: [...brokers],
    clientId: 'bare',
    socketFactory: proxy.factory,
    connectionTimeout: 2_000,
    requestTimeout: 2_000,
    logLevel: logLevel.NOTHING,
  }).producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
    retry: { retries: 1, initialRetryTime: 50, maxRetryTime: 100 },
  });

describeWith('missing' in shared ? shared.missing : undefined, 'kafkajs 2.2.4 on a real broker', () => {
  it('loses an acknowledged message: after a failed send, the next one is taken for its copy (why producers are thrown away)', async () => {
    const topic = await topicWith(1);
    const proxy = await startSwallowingProxy();
    const producer = bareProducer(proxy);
    const send = async (value: string): Promise<string | undefined> => {
      const sending = producer.send({ topic, acks: -1, messages: [{ key: 'k', value }] });
      return (await soon(`send ${value}`, sending))[0]?.baseOffset;
    };
    try {
      await soon('connect', producer.connect());
      expect(await send('before')).toBe('0');
      proxy.isSwallowing = true;
      await expect(send('a')).rejects.toMatchObject({ name: expect.stringMatching(/^KafkaJS/) });
      proxy.isSwallowing = false;
      expect(proxy.swallowed()).toBeGreaterThan(0);
      // The place of a, which the broker had stored with the sequence number that b has got now.
      expect(await send('b')).toBe('1');
      expect(await send('c')).toBe('2');
      expect(await soon('read', values(topic, 3))).toEqual(['before', 'a', 'c']);
    } finally {
      await soon('disconnect', producer.disconnect());
      await proxy.close();
    }
  });

  it('loses nothing through our outlet by the same fault: what failed is there again, then what follows', async () => {
    const topic = `k-${randomUUID()}`;
    const proxy = await startSwallowingProxy();
    const kafka = { brokers, clientId: 'outlet', socketFactory: proxy.factory };
    const outlet = openKafkaOutlet({ kafka, layout: layoutOf(topic), patienceMs: 5_000 });
    const publish = (value: string): Promise<void> =>
      soon(`publish ${value}`, outlet.publish([{ topic, key: 'k', value }]));
    try {
      await publish('before');
      proxy.isSwallowing = true;
      await expect(publish('a')).rejects.toMatchObject({ code: 'outlet.unavailable' });
      proxy.isSwallowing = false;
      for (const value of ['a', 'b', 'c']) await publish(value);
      // Twice a: the first had been stored before its answer was lost.
      expect(await soon('read', values(topic, 5))).toEqual(['before', 'a', 'a', 'b', 'c']);
    } finally {
      await soon('close', outlet.close());
      await proxy.close();
    }
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
