import { type DatabaseSync, type StatementSync } from 'node:sqlite';
import { CodedError, type Position } from '@duban/kernel';
import { openDatabase } from '@duban/sqlite';
import {
  type LogPage,
  numberedPosition,
  numberOf,
  pageLimit,
  type ReadLogOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type StreamPage,
} from '@duban/event-store';
import { damaged } from './log-faults.ts';
import { configureReader, type Pragmas } from './pragmas.ts';
import { checkSchema, declaredGaps } from './schema.ts';
import { COLUMNS, decode, type EventRow, fetchRows, textLength } from './event-row.ts';

/** A page ends early rather than hold more text than this (E38). */
const PAGE_CHARACTERS = 8_388_608;
const ROWS_AT_ONCE = 128;

const READ_TYPE = `SELECT ${COLUMNS} FROM event WHERE type = ? AND position > ? AND position <= ?`;

/** Reads on a connection of its own. Every statement is a short transaction, so no reader ever pins the WAL. */
export class LogReader {
  readonly pragmas: Pragmas;
  readonly #file: string;
  readonly #db: DatabaseSync;
  readonly #head: StatementSync;
  readonly #dataVersion: StatementSync;
  readonly #log: StatementSync;
  readonly #forwards: StatementSync;
  readonly #backwards: StatementSync;
  readonly #command: StatementSync;
  readonly #byTypes = new Map<number, StatementSync>();

  constructor(file: string, busyTimeoutMs: number) {
    this.#file = file;
    this.#db = openDatabase(file, { readOnly: true, waitMs: busyTimeoutMs });
    try {
      this.pragmas = configureReader(this.#db);
      checkSchema(this.#db, file);
      this.#head = this.#rows('SELECT last_position FROM log');
      this.#dataVersion = this.#rows('PRAGMA data_version');
      this.#log = this.#rows(
        `SELECT ${COLUMNS} FROM event WHERE position > ? AND position <= ? ORDER BY position LIMIT ?`,
      );
      this.#forwards = this.#inStream('>=', 'ASC');
      this.#backwards = this.#inStream('<=', 'DESC');
      this.#command = this.#rows(
        `SELECT ${COLUMNS} FROM event WHERE command_id = ? AND stream = ? ORDER BY command_index`,
      );
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  /** Changes whenever another connection, of this or of any process, has committed. */
  dataVersion(): number {
    return this.#number(this.#dataVersion);
  }

  head(): Position {
    return numberedPosition(this.#number(this.#head));
  }

  findCommand(stream: string, commandId: string): readonly StoredEvent[] {
    return this.#decode(fetchRows(this.#command, commandId, stream));
  }

  readStream(stream: string, options: ReadStreamOptions): StreamPage {
    const limit = pageLimit(options.limit);
    const backwards = options.direction === 'backwards';
    const step = backwards ? -1 : 1;
    const statement = backwards ? this.#backwards : this.#forwards;
    let from = options.from ?? (backwards ? Number.MAX_SAFE_INTEGER : 0);
    // One row beyond the page tells whether there is another page.
    const { rows, cut } = collect(limit + 1, (count) => {
      const some = fetchRows(statement, stream, from, count);
      from = (some.at(-1)?.[2] ?? from) + step;
      return some;
    });
    const more = rows.length > limit || (cut && statement.get(stream, from, 1) !== undefined);
    const events = this.#decode(rows.slice(0, limit));
    const last = events.at(-1);
    return { events, next: more && last !== undefined ? last.revision + step : null };
  }

  readLog(options: ReadLogOptions): LogPage {
    const limit = pageLimit(options.limit);
    const { types } = options;
    const head = this.#number(this.#head);
    let after = this.#checkAfter(options.after, head);
    const { rows, cut } = collect(limit, (count) => {
      const some = types ? this.#ofTypes(types, after, head, count) : this.#contiguous(after, head, count);
      after = some.at(-1)?.[0] ?? after;
      return some;
    });
    // Nothing of interest was left between the last row and the head, unless the page is full.
    const next = cut || rows.length === limit ? after : head;
    return { events: this.#decode(rows), next: numberedPosition(next) };
  }

  close(): void {
    this.#db.close();
  }

  /** A position beyond the end was handed out by a log that has since been replaced by an older copy. */
  #checkAfter(after: Position | undefined, head: number): number {
    const number = after === undefined ? 0 : numberOf(after);
    if (number <= head) return number;
    throw new CodedError(
      'log.older-than-reader',
      `${this.#file} ends at ${head}, before ${number} that was asked for: an older copy was put back; rebuild the read models`,
    );
  }

  #contiguous(after: number, head: number, count: number): EventRow[] {
    const rows = fetchRows(this.#log, after, head, count);
    const expected = Math.min(count, head - after);
    const isWhole = rows.length === expected && (rows.at(-1)?.[0] ?? after) === after + expected;
    if (!isWhole) this.#checkGaps(rows, { after, head, count });
    return rows;
  }

  /** Holes are faults, but for those that were declared when an epoch began. */
  #checkGaps(
    rows: readonly EventRow[],
    { after, head, count }: { after: number; head: number; count: number },
  ): void {
    const gaps = [...declaredGaps(this.#db)];
    const nextOf = (position: number): number =>
      gaps.find(([kept, began]) => position >= kept && position < began)?.[1] ?? position + 1;
    let last = after;
    for (const [position] of rows) {
      if (position !== nextOf(last)) throw this.#hole(last, position);
      last = position;
    }
    if (rows.length < count && last !== head) throw this.#hole(last, head);
  }

  #hole(from: number, to: number): CodedError {
    return damaged(this.#file, `events are missing between positions ${String(from)} and ${String(to)}`);
  }

  /** One ordered walk of the index per type, merged by the engine: events of other types cost nothing (E35). */
  #ofTypes(types: readonly string[], after: number, head: number, count: number): EventRow[] {
    const unique = [...new Set(types)];
    if (unique.length === 0) return [];
    const statement = this.#byTypes.get(unique.length) ?? this.#prepareTypes(unique.length);
    return fetchRows(statement, ...unique.flatMap((type) => [type, after, head]), count);
  }

  #prepareTypes(count: number): StatementSync {
    const arms = Array.from({ length: count }, () => READ_TYPE).join(' UNION ALL ');
    const statement = this.#rows(`${arms} ORDER BY position LIMIT ?`);
    this.#byTypes.set(count, statement);
    return statement;
  }

  #inStream(comparison: '>=' | '<=', order: 'ASC' | 'DESC'): StatementSync {
    return this.#rows(
      `SELECT ${COLUMNS} FROM event WHERE stream = ? AND revision ${comparison} ? ORDER BY revision ${order} LIMIT ?`,
    );
  }

  #rows(sql: string): StatementSync {
    const statement = this.#db.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  }

  #number(statement: StatementSync): number {
    const row = statement.get() as unknown;
    if (Array.isArray(row) && typeof row[0] === 'number') return row[0];
    throw damaged(this.#file, 'the row with the end of the log is missing');
  }

  #decode(rows: readonly EventRow[]): StoredEvent[] {
    try {
      return rows.map(decode);
    } catch (cause) {
      throw damaged(this.#file, `an event is no JSON text (${String(cause)})`);
    }
  }
}

/** Fetches in small steps until there are enough rows, no more rows, or too much text (`cut`). */
const collect = (limit: number, fetch: (count: number) => EventRow[]): { rows: EventRow[]; cut: boolean } => {
  const rows: EventRow[] = [];
  for (let characters = 0; rows.length < limit;) {
    const count = Math.min(ROWS_AT_ONCE, limit - rows.length);
    const some = fetch(count);
    for (const row of some) characters += textLength(row);
    rows.push(...some);
    if (some.length < count) return { rows, cut: false };
    if (characters > PAGE_CHARACTERS) return { rows, cut: true };
  }
  return { rows, cut: false };
};
