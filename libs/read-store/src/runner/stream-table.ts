import type { DatabaseSync } from 'node:sqlite';
import type { StreamDocument } from '@duban/projections';

export type StreamRow = { readonly key: number; readonly revision: number };

/** Up to where each stream is in the rows of this generation. */
export type StreamTable = {
  readonly find: (stream: string) => StreamRow | null;
  readonly put: (document: StreamDocument) => void;
  /** Ordinals of a stream's events by revision: from the audit trail, or from the pointers of what waits. */
  readonly ordinals: (stream: string, key: number, from: number) => ReadonlyMap<number, number>;
};

export const streamTable = (db: DatabaseSync): StreamTable => {
  const find = db.prepare('SELECT key, revision FROM stream WHERE name = ?');
  const put = db.prepare('INSERT OR REPLACE INTO stream VALUES (?, ?, ?, ?)');
  const ordinals = db.prepare(
    `SELECT revision, ordinal FROM audit WHERE stream_key = ?1 AND revision >= ?3
     UNION SELECT revision, ordinal FROM parked_event WHERE stream = ?2 AND revision >= ?3`,
  );
  return {
    find: (stream) => {
      const row = find.get(stream);
      return row === undefined ? null : { key: Number(row['key']), revision: Number(row['revision']) };
    },
    put: ({ key, stream, revision, inOrder }) => {
      put.run(key, stream, revision, inOrder ? 1 : 0);
    },
    ordinals: (stream, key, from) =>
      new Map(
        ordinals.all(key, stream, from).map((row) => [Number(row['revision']), Number(row['ordinal'])]),
      ),
  };
};
