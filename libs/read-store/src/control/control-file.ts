import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { CodedError } from '@duban/kernel';
import { inTransaction, openDatabase } from '@duban/sqlite';
import { cannotOpen, isForeign } from '../store/sqlite-fault.ts';

/**
 * `live` names, per layout, the generation that is read: switching is one row. Another release has another digest, so an
 * older process beside a newer one goes on reading what it understands. `retry` is how any process asks the running one.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS live (digest TEXT PRIMARY KEY, generation TEXT NOT NULL, switched_at TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS generation (
    name TEXT PRIMARY KEY, digest TEXT NOT NULL, number INTEGER NOT NULL, created_at TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS retry (stream TEXT PRIMARY KEY, asked_at TEXT NOT NULL) STRICT`;

export type ControlFile = {
  readonly live: (digest: string) => string | null;
  /** The newest generation of this layout, live or not. */
  readonly newest: (digest: string) => string | null;
  readonly create: (digest: string) => string;
  /** Makes a generation live and answers those that nobody needs any more; the one before stays for going back. */
  readonly switchTo: (digest: string, generation: string) => readonly string[];
  /** Nobody reads it any more, live or not. */
  readonly forget: (generation: string) => void;
  /** Forgets every generation, of whatever layout, but this one. */
  readonly forgetOthers: (generation: string | null) => void;
  readonly askRetry: (stream: string) => void;
  /** Takes the requests: each is answered once. */
  readonly takeRetries: () => readonly string[];
  /** What lay there was no control file of ours: it and all generations were removed. */
  readonly beganAnew: boolean;
  /** Changes when another connection has written. */
  readonly dataVersion: () => number;
  readonly close: () => void;
};

export const controlPath = (dir: string): string => join(dir, 'control.sqlite');

/** A file of read models that was no use any more and is made anew from the log. */
export type Discarded = { readonly file: string; readonly reason: string };

export const notOurs = (dir: string): Discarded => ({
  file: controlPath(dir),
  reason: 'it was no control file of read models; all generations were removed with it',
});

const OURS = /^(?:control\.sqlite|read-.*\.sqlite)(?:-wal|-shm|-journal|\.lock)?$/;

/** Everything in the folder can be made anew from the log, and without the control file nobody knows what was whole. */
const discardAll = (dir: string): void => {
  for (const file of readdirSync(dir)) if (OURS.test(file)) rmSync(join(dir, file), { force: true });
};

const open = (dir: string): DatabaseSync =>
  openDatabase(controlPath(dir), {
    waitMs: 10_000,
    setUp: (db) => {
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
      db.exec(TABLES);
      db.exec(
        'SELECT digest, generation, switched_at FROM live; SELECT name, digest, number FROM generation',
      );
    },
  });

/** What the folder had before is no control file of ours: it goes, with the generations that it named. */
const openOrBeginAnew = (dir: string): { readonly db: DatabaseSync; readonly discarded: boolean } => {
  try {
    return { db: open(dir), discarded: false };
  } catch (error) {
    if (!isForeign(error)) throw error;
    discardAll(dir);
    return { db: open(dir), discarded: true };
  }
};

const isFileFault = (error: unknown): boolean =>
  cannotOpen(error) || (typeof error === 'object' && error !== null && 'syscall' in error);

const inFolder = (dir: string): ReturnType<typeof openOrBeginAnew> => {
  try {
    mkdirSync(dir, { recursive: true });
    return openOrBeginAnew(dir);
  } catch (cause) {
    if (!isFileFault(cause)) throw cause;
    throw new CodedError(
      'read-model.folder',
      `${dir} cannot be used (${String(cause)}): it has to be a folder on a local disk in which this user may write; what is in it may be deleted`,
      { cause },
    );
  }
};

const text = (statement: StatementSync, ...values: string[]): string | null => {
  const value = Object.values(statement.get(...values) ?? {})[0];
  return typeof value === 'string' ? value : null;
};

const texts = (statement: StatementSync, ...values: string[]): readonly string[] =>
  statement.all(...values).map((row) => String(Object.values(row)[0]));

const isoNow = (): string => new Date().toISOString();

const generations = (db: DatabaseSync): Pick<ControlFile, 'create' | 'switchTo'> => {
  const next = db.prepare('SELECT COALESCE(MAX(number), 0) + 1 AS number FROM generation WHERE digest = ?');
  const insert = db.prepare('INSERT INTO generation VALUES (?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM generation WHERE name = ?');
  const live = db.prepare('SELECT generation FROM live WHERE digest = ?');
  const put = db.prepare('INSERT OR REPLACE INTO live VALUES (?, ?, ?)');
  const others = db.prepare('SELECT name FROM generation WHERE digest = ? AND name NOT IN (?, ?)');
  return {
    create: (digest) =>
      inTransaction(db, () => {
        const number = Number(next.get(digest)?.['number']);
        const name = `${digest}-${number}`;
        insert.run(name, digest, number, isoNow());
        return name;
      }),
    switchTo: (digest, generation) =>
      inTransaction(db, () => {
        const before = text(live, digest) ?? generation;
        put.run(digest, generation, isoNow());
        const unused = texts(others, digest, generation, before);
        for (const name of unused) remove.run(name);
        return unused;
      }),
  };
};

const forgetting = (db: DatabaseSync): Pick<ControlFile, 'forget' | 'forgetOthers'> => {
  const both = (condition: '=' | 'IS NOT') => {
    const remove = db.prepare(`DELETE FROM generation WHERE name ${condition} ?`);
    const notLive = db.prepare(`DELETE FROM live WHERE generation ${condition} ?`);
    return (generation: string | null): void => {
      inTransaction(db, () => {
        remove.run(generation);
        notLive.run(generation);
      });
    };
  };
  return { forget: both('='), forgetOthers: both('IS NOT') };
};

/**
 * Opens, or makes, the control file of a folder of read models.
 * @throws CodedError `read-model.folder`
 */
export const openControlFile = (dir: string): ControlFile => {
  const { db, discarded } = inFolder(dir);
  const live = db.prepare('SELECT generation FROM live WHERE digest = ?');
  const newest = db.prepare('SELECT name FROM generation WHERE digest = ? ORDER BY number DESC LIMIT 1');
  const ask = db.prepare('INSERT OR REPLACE INTO retry VALUES (?, ?)');
  const asked = db.prepare('SELECT stream FROM retry ORDER BY stream');
  const take = db.prepare('DELETE FROM retry RETURNING stream');
  const version = db.prepare('PRAGMA data_version');
  return {
    live: (digest) => text(live, digest),
    newest: (digest) => text(newest, digest),
    ...generations(db),
    ...forgetting(db),
    askRetry: (stream) => {
      ask.run(stream, isoNow());
    },
    takeRetries: () => (texts(asked).length === 0 ? [] : texts(take)),
    beganAnew: discarded,
    dataVersion: () => Number(Object.values(version.get() ?? {})[0]),
    close: () => {
      db.close();
    },
  };
};
