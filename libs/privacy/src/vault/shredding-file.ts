import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@duban/kernel';
import { inTransaction, openDatabase } from '@duban/sqlite';

const FULL = 2;
/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const UNREADABLE: ReadonlySet<unknown> = new Set([11, 26]);

const numberOf = (db: DatabaseSync, pragma: string): number =>
  Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);

export type FileKind = {
  readonly applicationId: number;
  /** Of a new file. */
  readonly tables: string;
  /** What later releases keep as well: made where it is not there yet. */
  readonly additions?: string;
  /** What is not there is a fault, and so is a file that holds nothing: neither is ever made in place of a lost one. */
  readonly mustExist?: boolean;
  readonly faults: { readonly missing: string; readonly foreign: string };
  readonly busyTimeoutMs?: number;
};

const lengthOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.size ?? null;

const missing = (file: string, { faults }: FileKind): CodedError =>
  new CodedError(
    faults.missing,
    lengthOf(file) === null ? `there is no ${file}; restore it` : `${file} is empty; restore it`,
  );

const isNoDatabase = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errcode' in error && UNREADABLE.has(error.errcode);

/**
 * An SQLite file from which what is deleted is gone: freed bytes are overwritten with zeros (secure_delete), and the
 * write-ahead file is emptied by {@link emptyWal}. Pragmas are set, then believed only as the engine reports them.
 * @throws CodedError `vault.not-safe`, and those that the kind of file has for one that is missing or another's
 */
export const openShreddingFile = (file: string, kind: FileKind): DatabaseSync => {
  if (kind.mustExist === true && (lengthOf(file) ?? 0) === 0) throw missing(file, kind);
  mkdirSync(dirname(file), { recursive: true });
  const setUp = (db: DatabaseSync): void => {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1');
    db.exec('PRAGMA secure_delete = ON; PRAGMA trusted_schema = 0; PRAGMA temp_store = MEMORY');
    if (numberOf(db, 'secure_delete') !== 1 || numberOf(db, 'synchronous') !== FULL) {
      throw new CodedError('vault.not-safe', `${file}: the engine refuses secure_delete or synchronous FULL`);
    }
    prepare(db, file, kind);
  };
  try {
    return openDatabase(file, { waitMs: kind.busyTimeoutMs ?? 10_000, setUp });
  } catch (error) {
    if (isNoDatabase(error))
      throw new CodedError(kind.faults.foreign, `${file} is damaged, or no database`, { cause: error });
    throw error;
  }
};

const prepare = (db: DatabaseSync, file: string, kind: FileKind): void => {
  const { applicationId, tables, additions = '', mustExist = false, faults } = kind;
  inTransaction(db, () => {
    if (numberOf(db, 'schema_version') === 0) {
      if (mustExist) throw missing(file, kind);
      db.exec(`PRAGMA application_id = ${applicationId}`);
      db.exec(tables);
    }
    if (numberOf(db, 'application_id') !== applicationId) {
      throw new CodedError(faults.foreign, `${file} is another program's database; name another file`);
    }
    db.exec(additions);
  });
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
