export { beginEpoch } from './begin-epoch.ts';
export { openSqliteStore } from './open-sqlite-store.ts';
export type { LogHealth } from './log-health.ts';
export type { Pragmas } from './pragmas.ts';
export type { SqliteStore } from './sqlite-store.ts';
