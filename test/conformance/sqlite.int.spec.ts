import { describeEventStore } from '@duban/event-store-conformance';
import { sqliteLogFactory } from './sqlite-log-factory.ts';

describeEventStore('sqlite', sqliteLogFactory, {
  promises: ['fresh', 'durable', 'shared', 'contiguous', 'global-keys'],
});
