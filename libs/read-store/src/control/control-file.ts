import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

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
  readonly forget: (generation: string) => void;
  /** Forgets every generation, of whatever layout, but this one. */
  readonly forgetOthers: (generation: string | null) => void;
  readonly askRetry: (stream: string) => void;
  /** Takes the requests: each is answered once. */
  readonly takeRetries: () => readonly string[];
  /** Changes when another connection has written. */
  readonly dataVersion: () => number;
  readonly close: () => void;
};

const open = (dir: string): DatabaseSync => {
  mkdirSync(dir, { recursive: true });
  const db = new DatabaseSync(join(dir, 'control.sqlite'), { timeout: 10_000 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  db.exec(TABLES);
  return db;
};

const text = (statement: StatementSync, ...values: string[]): string | null => {
  const value = Object.values(statement.get(...values) ?? {})[0];
  return typeof value === 'string' ? value : null;
};

const texts = (statement: StatementSync, ...values: string[]): readonly string[] =>
  statement.all(...values).map((row) => String(Object.values(row)[0]));

const isoNow = (): string => new Date().toISOString();

const inTransaction = <Result>(db: DatabaseSync, work: () => Result): Result => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
};

const generations = (
  db: DatabaseSync,
): Pick<ControlFile, 'create' | 'switchTo' | 'forget' | 'forgetOthers'> => {
  const next = db.prepare('SELECT COALESCE(MAX(number), 0) + 1 AS number FROM generation WHERE digest = ?');
  const insert = db.prepare('INSERT INTO generation VALUES (?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM generation WHERE name = ?');
  const live = db.prepare('SELECT generation FROM live WHERE digest = ?');
  const put = db.prepare('INSERT OR REPLACE INTO live VALUES (?, ?, ?)');
  const removeOthers = db.prepare('DELETE FROM generation WHERE name IS NOT ?');
  const noLongerLive = db.prepare('DELETE FROM live WHERE generation IS NOT ?');
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
    forget: (generation) => {
      remove.run(generation);
    },
    forgetOthers: (generation) => {
      inTransaction(db, () => {
        removeOthers.run(generation);
        noLongerLive.run(generation);
      });
    },
  };
};

export const openControlFile = (dir: string): ControlFile => {
  const db = open(dir);
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
    askRetry: (stream) => {
      ask.run(stream, isoNow());
    },
    takeRetries: () => (texts(asked).length === 0 ? [] : texts(take)),
    dataVersion: () => Number(Object.values(version.get() ?? {})[0]),
    close: () => {
      db.close();
    },
  };
};
