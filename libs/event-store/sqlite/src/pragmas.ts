import type { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@duban/kernel';

/** As the engine reports them after they were set; print them at start. */
export type Pragmas = Readonly<Record<string, string | number>>;

/** Frames after which a commit copies the WAL back; small values cost throughput and p99. */
const AUTOCHECKPOINT_PAGES = 20_000;
const MMAP_BYTES = 1_073_741_824;
const WAL_BYTES_KEPT = 67_108_864;
const FULL = 2;

const SETTINGS = {
  synchronous: FULL,
  fullfsync: 1,
  wal_autocheckpoint: AUTOCHECKPOINT_PAGES,
  journal_size_limit: WAL_BYTES_KEPT,
  mmap_size: MMAP_BYTES,
  cache_size: -65_536,
  cell_size_check: 1,
  trusted_schema: 0,
} as const;

const REPORTED = ['journal_mode', ...Object.keys(SETTINGS), 'page_size', 'busy_timeout'];

const read = (db: DatabaseSync, name: string): string | number => {
  const row = db.prepare(`PRAGMA ${name}`).get() ?? {};
  const value = Object.values(row)[0];
  return typeof value === 'number' || typeof value === 'string' ? value : '';
};

const report = (db: DatabaseSync): Pragmas =>
  Object.fromEntries(REPORTED.map((name) => [name, read(db, name)]));

/**
 * Sets what durability and speed rest on, and believes only what the engine then reports.
 * @throws CodedError `log.not-durable`
 */
export const configureWriter = (db: DatabaseSync): Pragmas => {
  db.exec('PRAGMA journal_mode = WAL');
  for (const [name, value] of Object.entries(SETTINGS)) db.exec(`PRAGMA ${name} = ${value}`);
  const pragmas = report(db);
  if (pragmas['journal_mode'] !== 'wal' || pragmas['synchronous'] !== FULL) {
    throw new CodedError(
      'log.not-durable',
      `the log needs WAL and synchronous FULL, the engine reports ${JSON.stringify(pragmas)}; use a local disk`,
    );
  }
  return pragmas;
};

export const configureReader = (db: DatabaseSync): Pragmas => {
  db.exec(`PRAGMA mmap_size = ${MMAP_BYTES}; PRAGMA cell_size_check = 1; PRAGMA trusted_schema = 0`);
  return report(db);
};
