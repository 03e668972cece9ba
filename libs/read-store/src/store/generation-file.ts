import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction, openDatabase, openProcessLock, type ProcessLock } from '@duban/sqlite';
import type { Projection } from '@duban/projections';
import { ENGINE_SQL } from './engine-tables.ts';
import { indexSql, tableSql } from './table-sql.ts';

export const generationPath = (dir: string, generation: string): string =>
  join(dir, `read-${generation}.sqlite`);

const lockPath = (generationFile: string): string => `${generationFile}.lock`;

/** Rows can always be made anew from the log, so a power cut may cost the last pages, never their order (NORMAL in WAL). */
const WRITER = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000;
  PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
  PRAGMA mmap_size = 1073741824`;

export const createTables = (db: DatabaseSync, projections: readonly Projection[]): void => {
  const tables = projections.flatMap((projection) => projection.tables);
  db.exec([...ENGINE_SQL, ...tables.flatMap(tableSql), ...tables.flatMap(indexSql)].join(';\n'));
};

const hasTables = (db: DatabaseSync): boolean =>
  db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'progress'`).get() !== undefined;

/** A generation for who writes it, and the lock beside it that only one such writer can take. */
export type WritableGeneration = {
  readonly db: DatabaseSync;
  readonly lock: ProcessLock;
  readonly close: () => void;
};

const opened = (db: DatabaseSync, file: string, projections: readonly Projection[]): ProcessLock => {
  try {
    db.exec(WRITER);
    inTransaction(db, () => {
      if (!hasTables(db)) createTables(db, projections);
    });
    return openProcessLock(lockPath(file));
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Opens a generation for writing; makes its tables when the file is new, all of them or none. */
export const openGeneration = (file: string, projections: readonly Projection[]): WritableGeneration => {
  const db = openDatabase(file, { waitMs: 10_000 });
  const lock = opened(db, file, projections);
  return {
    db,
    lock,
    close: () => {
      lock.close();
      db.close();
    },
  };
};

/** For queries: its own connection, which cannot write. Null while the file has no tables yet. */
export const openGenerationForReading = (file: string): DatabaseSync | null => {
  try {
    const db = openDatabase(file, { readOnly: true, waitMs: 5_000 });
    db.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY');
    if (hasTables(db)) return db;
    db.close();
    return null;
  } catch {
    // Not there yet, or being made: the caller asks again.
    return null;
  }
};

export const deleteGeneration = (dir: string, generation: string): void => {
  const file = generationPath(dir, generation);
  for (const path of [file, `${file}-wal`, `${file}-shm`, lockPath(file)]) rmSync(path, { force: true });
};
