import type { DatabaseSync } from 'node:sqlite';
import type { Change, LogEntry, Row, SqlValue, TableSpec } from '@duban/projections';
import { marks, rowValues } from './row-values.ts';
import { columnsOf, historyOf, SINCE, UNTIL } from './table-sql.ts';
import type { TableWriter } from './table-writer.ts';

/** A row from a moment on, on both axes; `row` is null where the item is gone. */
type Version = {
  readonly row: Row | null;
  readonly recordedMs: number;
  readonly occurredMs: number;
  readonly ordinal: number;
};

const statements = (db: DatabaseSync, table: TableSpec) => {
  const own = columnsOf(table).join(', ');
  const [key = ''] = table.key;
  const history = historyOf(table);
  const columns = `${own}, ${SINCE.join(', ')}`;
  const count = columnsOf(table).length + SINCE.length;
  return {
    key,
    /** The row in the file becomes history, unless it was superseded within the same millisecond on both axes. */
    retire: db.prepare(
      `INSERT INTO ${history} (${columns}, ${UNTIL.join(', ')})
       SELECT ${columns}, ?1, ?2 FROM ${table.name} WHERE ${key} = ?3 AND (rec_from < ?1 OR occ_from < ?2)`,
    ),
    put: db.prepare(`INSERT OR REPLACE INTO ${table.name} (${columns}) VALUES (${marks(count)})`),
    remove: db.prepare(`DELETE FROM ${table.name} WHERE ${key} = ?`),
    keep: db.prepare(
      `INSERT INTO ${history} (${columns}, ${UNTIL.join(', ')}) VALUES (${marks(count + UNTIL.length)})`,
    ),
  };
};

type Kept = {
  readonly row: Row;
  readonly from: readonly [recordedMs: number, occurredMs: number, ordinal: number];
  readonly until: readonly [recordedMs: number, occurredMs: number];
};

/**
 * One current row per integer key, and every former one with its intervals `[from, until)` on the recorded and on the
 * occurred axis. What was deduced about legal time before anybody recorded it has an empty recorded interval.
 */
class VersionedWriter implements TableWriter {
  readonly #columns: readonly string[];
  readonly #sql: ReturnType<typeof statements>;
  readonly #pending = new Map<SqlValue, Version[]>();
  #deduced: Kept[] = [];

  constructor(db: DatabaseSync, table: TableSpec) {
    this.#columns = columnsOf(table);
    this.#sql = statements(db, table);
  }

  apply(change: Change, { recordedMs, occurredMs, ordinal }: LogEntry): void {
    if (change.op === 'version') {
      const from = [recordedMs, change.occurredMs, ordinal] as const;
      this.#deduced.push({ row: change.row, from, until: [recordedMs, change.untilMs] });
    } else if (change.op === 'put') {
      const since = change.occurredMs ?? occurredMs;
      this.#add(change.row, { row: change.row, recordedMs, occurredMs: since, ordinal });
    } else {
      this.#add(change.key, { row: null, recordedMs, occurredMs, ordinal });
    }
  }

  flush(): void {
    for (const [key, versions] of this.#pending) this.#write(key, versions);
    for (const kept of this.#deduced) this.#keep(kept);
    this.clear();
  }

  clear(): void {
    this.#pending.clear();
    this.#deduced = [];
  }

  #add(keyed: Row, version: Version): void {
    const key = keyed[this.#sql.key] ?? null;
    const versions = this.#pending.get(key);
    if (versions === undefined) this.#pending.set(key, [version]);
    else versions.push(version);
  }

  #keep({ row, from, until }: Kept): void {
    this.#sql.keep.run(...rowValues(row, this.#columns), ...from, ...until);
  }

  #write(key: SqlValue, versions: readonly Version[]): void {
    const [first] = versions;
    const last = versions.at(-1);
    if (first === undefined || last === undefined) return;
    this.#sql.retire.run(first.recordedMs, first.occurredMs, key);
    versions.forEach(({ row, recordedMs, occurredMs, ordinal }, index) => {
      const next = versions[index + 1];
      if (next === undefined || row === null) return;
      if (recordedMs >= next.recordedMs && occurredMs >= next.occurredMs) return;
      this.#keep({ row, from: [recordedMs, occurredMs, ordinal], until: [next.recordedMs, next.occurredMs] });
    });
    const { row, recordedMs, occurredMs, ordinal } = last;
    if (row === null) this.#sql.remove.run(key);
    else this.#sql.put.run(...rowValues(row, this.#columns), recordedMs, occurredMs, ordinal);
  }
}

export const versionedWriter = (db: DatabaseSync, table: TableSpec): TableWriter =>
  new VersionedWriter(db, table);
