import type { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@duban/kernel';

/** Parked for every projection: the event could not be read or folded. */
export const ALL_PROJECTIONS = '*';

/** Streams that may wait before the runner stops and a person has to look (field-lessons A1 idea 6). */
const MOST_PARKED_STREAMS = 100;

export type Pointer = {
  readonly stream: string;
  readonly revision: number;
  readonly ordinal: number;
  readonly position: string;
};

export type ParkedRow = Pointer & { readonly projection: string; readonly attempts: number };

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

/** Sequences that wait: the first event that failed, and pointers to all that came behind it. */
export class Parking {
  readonly #sql: ReturnType<typeof statements>;
  readonly #waiting = new Map<string, Set<string>>();

  constructor(db: DatabaseSync) {
    this.#sql = statements(db);
    this.reload();
  }

  /** Reads the file again: after a rollback, or at the start. */
  reload(): void {
    this.#waiting.clear();
    for (const row of this.#sql.all.all()) this.#note(String(row['stream']), String(row['projection']));
  }

  isParked(stream: string, projection: string): boolean {
    return this.#waiting.get(stream)?.has(projection) === true;
  }

  isWaiting(stream: string): boolean {
    return this.#waiting.has(stream);
  }

  count(): number {
    return this.#waiting.size;
  }

  of(stream: string): readonly ParkedRow[] {
    return this.#sql.of.all(stream).map((row) => ({
      projection: String(row['projection']),
      stream,
      revision: Number(row['revision']),
      ordinal: Number(row['ordinal']),
      position: String(row['position']),
      attempts: Number(row['attempts']),
    }));
  }

  /** @throws CodedError `projection.too-many-parked` */
  park(projection: string, pointer: Pointer, error: unknown): void {
    if (!this.#waiting.has(pointer.stream) && this.#waiting.size >= MOST_PARKED_STREAMS) {
      throw new CodedError(
        'projection.too-many-parked',
        `${this.#waiting.size} streams wait already, and ${pointer.stream} fails, too (${textOf(error)}): correct the cause, then retry`,
        { cause: error },
      );
    }
    this.#put(projection, pointer, 1, error);
  }

  queue({ stream, revision, ordinal }: Pointer): void {
    this.#sql.queue.run(stream, revision, ordinal);
  }

  failAgain(row: ParkedRow, pointer: Pointer, error: unknown): void {
    this.#put(row.projection, pointer, row.attempts + 1, error);
  }

  release({ stream, projection }: ParkedRow): void {
    this.#sql.remove.run(stream, projection);
    const left = this.#waiting.get(stream);
    left?.delete(projection);
    if (left?.size !== 0) return;
    this.#waiting.delete(stream);
    this.#sql.unqueue.run(stream);
  }

  #put(projection: string, pointer: Pointer, attempts: number, error: unknown): void {
    const { stream, revision, ordinal, position } = pointer;
    this.#sql.put.run(projection, stream, revision, ordinal, position, textOf(error), attempts);
    this.#note(stream, projection);
  }

  #note(stream: string, projection: string): void {
    this.#waiting.set(stream, (this.#waiting.get(stream) ?? new Set()).add(projection));
  }
}
