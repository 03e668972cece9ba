import { describeEventStore } from '@duban/event-store-conformance';
import { memoryLogFactory } from './memory-log-factory.ts';

describeEventStore('memory', memoryLogFactory(), {
  promises: ['fresh', 'durable', 'shared', 'contiguous', 'global-keys'],
});
