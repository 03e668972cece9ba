import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '@duban/sqlite';

/** What the vault remembers of the files that it belongs to. Names of notes, never of people. */
export type Note =
  /** A place in the log at which a key of this vault is named: where the next look begins. */
  | 'anchor'
  /** It was compared with its log once. */
  | 'compared'
  /** The number of the file of names beside it; `lost?` where such a file was there, and nobody has seen it since. */
  | 'people';

/** How a vault and the files beside it know each other. */
export type Belongings = {
  /** Those of these keys that were never here, and whose loss nobody has accepted. */
  readonly unknownAmong: (keyIds: Iterable<string>) => readonly string[];
  /** How many subjects of a kind, such as `case:`, have had keys. */
  readonly countOf: (kind: string) => number;
  /** Ids of the keys of a kind that are not destroyed. */
  readonly liveKeysOfKind: (kind: string) => readonly string[];
  readonly note: (name: Note) => string | null;
  readonly keep: (name: Note, value: string) => void;
  readonly drop: (name: Note) => void;
  /** From now on what needs these keys reads as lost. Cannot be taken back. */
  readonly acceptLoss: (keyIds: readonly string[]) => void;
};

export const BELONGINGS_TABLES = `
  CREATE TABLE IF NOT EXISTS kept_beside (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS lost_key (id TEXT PRIMARY KEY, accepted_at TEXT NOT NULL) STRICT;`;

export const belongingsIn = (db: DatabaseSync): Belongings => {
  const known = db.prepare(
    'SELECT 1 FROM subject_key WHERE id = :id UNION ALL SELECT 1 FROM lost_key WHERE id = :id',
  );
  const count = db.prepare(
    "SELECT count(DISTINCT subject) AS n FROM subject_key WHERE subject GLOB ? || '*'",
  );
  const live = db.prepare("SELECT id FROM subject_key WHERE subject GLOB ? || '*' AND wrapped IS NOT NULL");
  const read = db.prepare('SELECT value FROM kept_beside WHERE name = ?');
  const write = db.prepare('INSERT OR REPLACE INTO kept_beside VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM kept_beside WHERE name = ?');
  const lose = db.prepare('INSERT OR IGNORE INTO lost_key VALUES (?, ?)');
  return {
    unknownAmong: (keyIds) => [...keyIds].filter((id) => known.get({ id }) === undefined),
    countOf: (kind) => Number(count.get(kind)?.['n']),
    liveKeysOfKind: (kind) => live.all(kind).map(({ id }) => String(id)),
    note: (name) => {
      const value = read.get(name)?.['value'];
      return value === undefined ? null : String(value);
    },
    keep: (name, value) => {
      write.run(name, value);
    },
    drop: (name) => {
      remove.run(name);
    },
    acceptLoss: (keyIds) => {
      const at = new Date().toISOString();
      inTransaction(db, () => {
        for (const id of keyIds) lose.run(id, at);
        // Other processes forget what they have derived.
        db.exec('UPDATE vault SET destructions = destructions + 1');
      });
    },
  };
};
