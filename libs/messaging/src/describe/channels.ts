import type { JsonObject } from '@duban/kernel';
import { publicLayout, TOPIC_PARTITIONS } from '../kafka/public-layout.ts';
import { topicSettings } from '../kafka/topics.ts';
import { TOPICS, type Topic } from '../translate/cloud-event.ts';
import type { DescribedMessage } from './public-messages.ts';
import { EVENTS_CHANNEL } from './document-texts.ts';

const KAFKA_BINDING = '0.5.0';
const HTTP_BINDING = '0.3.0';
const EVENTS = 'events';

type Named = Pick<DescribedMessage, 'name'>;

const reference = (...path: readonly string[]): JsonObject => ({ $ref: `#/${path.join('/')}` });

const messageRefs = (messages: readonly Named[]): JsonObject =>
  Object.fromEntries(messages.map(({ name }) => [name, reference('components', 'messages', name)]));

const topicConfiguration = (): JsonObject => {
  const settings = topicSettings(publicLayout(1));
  return {
    'cleanup.policy': (settings['cleanup.policy'] ?? '').split(','),
    'retention.ms': Number(settings['retention.ms']),
    'max.message.bytes': Number(settings['max.message.bytes']),
  };
};

const topicChannel = (topic: Topic, messages: readonly DescribedMessage[]): JsonObject => {
  const ids = [...new Set(messages.map(({ category }) => `${category} id`))].join(' or ');
  return {
    address: topic,
    title: topic,
    description:
      ids === '' ? 'The key is `partitionkey`.' : `The key is the ${ids}, in \`partitionkey\` as well.`,
    servers: [reference('servers', 'kafka')],
    messages: messageRefs(messages),
    bindings: {
      kafka: {
        topic,
        partitions: TOPIC_PARTITIONS,
        topicConfiguration: topicConfiguration(),
        bindingVersion: KAFKA_BINDING,
      },
    },
  };
};

const eventsChannel = (messages: readonly DescribedMessage[]): JsonObject => ({
  address: '/events',
  title: 'Server-sent events',
  description: EVENTS_CHANNEL,
  servers: [reference('servers', 'duban')],
  messages: messageRefs(messages),
});

const ofTopic = (messages: readonly DescribedMessage[], topic: Topic): readonly DescribedMessage[] =>
  messages.filter((message) => message.topic === topic);

/** Every topic, and the stream of server-sent events. */
export const channels = (messages: readonly DescribedMessage[]): JsonObject => ({
  ...Object.fromEntries(
    Object.values(TOPICS).map((topic) => [topic, topicChannel(topic, ofTopic(messages, topic))]),
  ),
  [EVENTS]: eventsChannel(messages),
});

const sending = (channel: string, summary: string, messages: readonly DescribedMessage[]): JsonObject => ({
  action: 'send',
  channel: reference('channels', channel),
  summary,
  messages: messages
    .filter(({ isSent }) => isSent)
    .map(({ name }) => reference('channels', channel, 'messages', name)),
});

const text: JsonObject = { type: 'string' };

/** What Duban does with the channels: it sends, and only the newest version of each event. */
export const operations = (messages: readonly DescribedMessage[]): JsonObject => ({
  ...Object.fromEntries(
    Object.values(TOPICS).map((topic) => [
      `send-${topic}`,
      sending(topic, `Duban sends to ${topic}, with \`acks=all\``, ofTopic(messages, topic)),
    ]),
  ),
  [`send-${EVENTS}`]: {
    ...sending(EVENTS, 'Duban sends to whoever asked with GET /events', messages),
    bindings: {
      http: {
        method: 'GET',
        query: { type: 'object', properties: { after: text, types: text, caseId: text } },
        bindingVersion: HTTP_BINDING,
      },
    },
  },
});

/** What Kafka's own record holds beside the CloudEvent. */
export const messageBindings = (partitionKey: string): JsonObject => ({
  kafka: { key: { type: 'string', description: partitionKey }, bindingVersion: KAFKA_BINDING },
});
