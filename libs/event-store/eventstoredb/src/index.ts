export type { EventStoreDbOptions } from './esdb-options.ts';
export { openEventStoreDb } from './open-eventstoredb.ts';
