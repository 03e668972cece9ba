export { beginEpoch, type EpochBeginning } from './begin-epoch.ts';
export { openSqliteStore, type SqliteStoreOptions } from './open-sqlite-store.ts';
export type { LogHealth } from './log-health.ts';
export type { Pragmas } from './pragmas.ts';
export type { SqliteStore } from './sqlite-store.ts';
