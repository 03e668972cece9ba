import { openKafkaOutlet } from '@duban/messaging';
import { describeWith } from '../setup/describe-with.ts';
import { sharedBroker } from '../setup/kafka/shared-broker.ts';
import { readTopic } from './kafka-reader.ts';
import { describeOutlet } from './outlet-contract.ts';

const shared = await sharedBroker();
const brokers = 'brokers' in shared ? shared.brokers : [];

describeWith('missing' in shared ? shared.missing : undefined, 'on a real broker', () => {
  describeOutlet('kafka', async () => ({
    open: (topics) =>
      openKafkaOutlet({
        kafka: { brokers, clientId: 'outlet' },
        layout: { topics, partitions: 4, replicas: 1 },
      }),
    read: (topic, count) => readTopic(brokers, topic, count),
    close: async () => undefined,
  }));
});
