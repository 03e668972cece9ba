import { TOPICS } from '../translate/cloud-event.ts';
import type { TopicLayout } from './topics.ts';

/** Of every public topic, for its whole life. Consumers share a topic by partitions, so no more than these at once. */
export const TOPIC_PARTITIONS = 12;

/** The topics that Duban publishes to, as `infra/kafka` makes them too. */
export const publicLayout = (replicas: number): TopicLayout => ({
  topics: Object.values(TOPICS),
  partitions: TOPIC_PARTITIONS,
  replicas,
});
