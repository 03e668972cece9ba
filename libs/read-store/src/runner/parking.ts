import type { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@duban/kernel';

/** Parked for every projection: the event could not be read or folded. */
export const ALL_PROJECTIONS = '*';

/** Streams that may wait before the runner stops and a person has to look (field-lessons A1 idea 6). */
export const MOST_PARKED_STREAMS = 100;

export type Pointer = {
  readonly stream: string;
  readonly revision: number;
  readonly ordinal: number;
  readonly position: string;
};

export type ParkedRow = Pointer & { readonly projection: string; readonly attempts: number };

/** Sequences that wait: the first event that failed, and pointers to all that came behind it. */
export type Parking = {
  readonly isParked: (stream: string, projection: string) => boolean;
  readonly isWaiting: (stream: string) => boolean;
  /** @throws CodedError `projection.too-many-parked` */
  readonly park: (projection: string, pointer: Pointer, error: unknown) => void;
  readonly queue: (pointer: Pointer) => void;
  readonly of: (stream: string) => readonly ParkedRow[];
  readonly release: (row: ParkedRow) => void;
  readonly failAgain: (row: ParkedRow, pointer: Pointer, error: unknown) => void;
  readonly count: () => number;
  /** Reads the file again: after a rollback, or at the start. */
  readonly reload: () => void;
};

/** The message without its stack: texts of payloads have no business here. */
const textOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

const statements = (db: DatabaseSync) => ({
  all: db.prepare('SELECT stream, projection FROM parked'),
  of: db.prepare(
    'SELECT projection, stream, revision, ordinal, position, attempts FROM parked WHERE stream = ? ORDER BY projection',
  ),
  put: db.prepare('INSERT OR REPLACE INTO parked VALUES (?, ?, ?, ?, ?, ?, ?)'),
  remove: db.prepare('DELETE FROM parked WHERE stream = ? AND projection = ?'),
  queue: db.prepare('INSERT OR IGNORE INTO parked_event VALUES (?, ?, ?)'),
  unqueue: db.prepare('DELETE FROM parked_event WHERE stream = ?'),
});

export const openParking = (db: DatabaseSync): Parking => {
  const sql = statements(db);
  const waiting = new Map<string, Set<string>>();
  const reload = (): void => {
    waiting.clear();
    for (const row of sql.all.all()) {
      const stream = String(row['stream']);
      waiting.set(stream, (waiting.get(stream) ?? new Set()).add(String(row['projection'])));
    }
  };
  const put = (projection: string, pointer: Pointer, attempts: number, error: unknown): void => {
    const { stream, revision, ordinal, position } = pointer;
    sql.put.run(projection, stream, revision, ordinal, position, textOf(error), attempts);
    waiting.set(stream, (waiting.get(stream) ?? new Set()).add(projection));
  };
  reload();
  return {
    isParked: (stream, projection) => waiting.get(stream)?.has(projection) === true,
    isWaiting: (stream) => waiting.has(stream),
    park: (projection, pointer, error) => {
      if (!waiting.has(pointer.stream) && waiting.size >= MOST_PARKED_STREAMS) {
        throw new CodedError(
          'projection.too-many-parked',
          `${waiting.size} streams wait already, and ${pointer.stream} fails, too (${textOf(error)}): correct the cause, then retry`,
          { cause: error },
        );
      }
      put(projection, pointer, 1, error);
    },
    queue: ({ stream, revision, ordinal }) => {
      sql.queue.run(stream, revision, ordinal);
    },
    of: (stream) => sql.of.all(stream) as unknown[] as ParkedRow[],
    release: ({ stream, projection }) => {
      sql.remove.run(stream, projection);
      waiting.get(stream)?.delete(projection);
      if (waiting.get(stream)?.size !== 0) return;
      waiting.delete(stream);
      sql.unqueue.run(stream);
    },
    failAgain: (row, pointer, error) => {
      put(row.projection, pointer, row.attempts + 1, error);
    },
    count: () => waiting.size,
    reload,
  };
};
