import type { Admin, Kafka } from 'kafkajs';
import { CodedError } from '@duban/kernel';
import { LARGEST_MESSAGE_BYTES } from '../relay/outlet.port.ts';

export type TopicLayout = {
  readonly topics: readonly string[];
  /** Fixed for the life of a topic: another number would send a case's later events elsewhere. */
  readonly partitions: number;
  readonly replicas: number;
  /** Broker settings of the topic, over ours. */
  readonly settings?: Readonly<Record<string, string>>;
};

const KEEP_FOR_EVER = '-1';
const ROOM_FOR_A_BATCH = 2;

/** The broker settings that a topic is created with. */
export const topicSettings = ({
  replicas,
  settings = {},
}: TopicLayout): Readonly<Record<string, string>> => ({
  'cleanup.policy': 'delete',
  'retention.ms': KEEP_FOR_EVER,
  'max.message.bytes': String(LARGEST_MESSAGE_BYTES * ROOM_FOR_A_BATCH),
  'min.insync.replicas': String(Math.max(1, replicas - 1)),
  ...settings,
});

const checkPartitions = async (admin: Admin, { topics, partitions }: TopicLayout): Promise<void> => {
  const { topics: found } = await admin.fetchTopicMetadata({ topics: [...topics] });
  for (const { name, partitions: actual } of found) {
    if (actual.length === partitions) continue;
    throw new CodedError(
      'outlet.topic-layout',
      `${name} has ${actual.length} partitions and ${partitions} are wanted; replay into a topic of another name instead`,
    );
  }
};

/**
 * Creates what is missing, never by accident of a first message, and changes nothing that is there.
 * @throws CodedError `outlet.topic-layout`
 */
export const createTopics = async (kafka: Kafka, layout: TopicLayout): Promise<void> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const present = new Set(await admin.listTopics());
    const configEntries = Object.entries(topicSettings(layout)).map(([name, value]) => ({ name, value }));
    const missing = layout.topics
      .filter((topic) => !present.has(topic))
      .map((topic) => ({
        topic,
        numPartitions: layout.partitions,
        replicationFactor: layout.replicas,
        configEntries,
      }));
    if (missing.length > 0) await admin.createTopics({ topics: missing, waitForLeaders: true });
    await checkPartitions(admin, layout);
  } finally {
    await admin.disconnect();
  }
};
