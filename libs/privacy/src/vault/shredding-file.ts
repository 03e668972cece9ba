import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@duban/kernel';

const FULL = 2;

const numberOf = (db: DatabaseSync, pragma: string): number =>
  Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);

export type FileKind = {
  readonly applicationId: number;
  /** Of a new file. */
  readonly tables: string;
  readonly busyTimeoutMs?: number;
};

/**
 * An SQLite file from which what is deleted is gone: freed bytes are overwritten with zeros (secure_delete), and the
 * write-ahead file is emptied by {@link emptyWal}. Pragmas are set, then believed only as the engine reports them.
 * @throws CodedError `vault.not-safe`, `vault.foreign-file`
 */
export const openShreddingFile = (file: string, kind: FileKind): DatabaseSync => {
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: kind.busyTimeoutMs ?? 10_000 });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1');
    db.exec('PRAGMA secure_delete = ON; PRAGMA trusted_schema = 0; PRAGMA temp_store = MEMORY');
    if (numberOf(db, 'secure_delete') !== 1 || numberOf(db, 'synchronous') !== FULL) {
      throw new CodedError('vault.not-safe', `${file}: the engine refuses secure_delete or synchronous FULL`);
    }
    prepare(db, file, kind);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const prepare = (db: DatabaseSync, file: string, { applicationId, tables }: FileKind): void => {
  inTransaction(db, () => {
    if (numberOf(db, 'schema_version') === 0) {
      db.exec(`PRAGMA application_id = ${applicationId}`);
      db.exec(tables);
    }
    if (numberOf(db, 'application_id') !== applicationId) {
      throw new CodedError('vault.foreign-file', `${file} is another program's database; name another file`);
    }
  });
};

export const inTransaction = <Answer>(db: DatabaseSync, work: () => Answer): Answer => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const answer = work();
    db.exec('COMMIT');
    return answer;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
};

/** @throws CodedError `vault.not-emptied` while a reader of another process holds an older state */
export const emptyWal = (db: DatabaseSync): void => {
  const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
  if (busy === 0) return;
  throw new CodedError(
    'vault.not-emptied',
    `${db.location() ?? 'the file'} is deleted from, but another process keeps its write-ahead file; run the erasure again`,
  );
};
