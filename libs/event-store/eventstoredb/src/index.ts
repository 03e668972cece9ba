export type { EventStoreDbHealth } from './esdb-health.ts';
export type { EventStoreDbOptions, Timeouts } from './esdb-options.ts';
export { type EventStoreDb, openEventStoreDb } from './open-eventstoredb.ts';
