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

/** Never visible on either axis: superseded within the same millisecond. */
const isEmpty = (version: Version, next: Version): boolean =>
  version.recordedMs >= next.recordedMs && version.occurredMs >= next.occurredMs;

const statements = (db: DatabaseSync, table: TableSpec) => {
  const own = columnsOf(table).join(', ');
  const [key = ''] = table.key;
  const history = historyOf(table);
  const columns = `${own}, ${SINCE.join(', ')}`;
  const count = columnsOf(table).length + SINCE.length;
  return {
    key,
    /** The row in the file becomes history, all of it inside the engine. */
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
export const versionedWriter = (db: DatabaseSync, table: TableSpec): TableWriter => {
  const columns = columnsOf(table);
  const sql = statements(db, table);
  const pending = new Map<SqlValue, Version[]>();
  let deduced: Kept[] = [];

  const add = (key: SqlValue, version: Version): void => {
    const versions = pending.get(key);
    if (versions === undefined) pending.set(key, [version]);
    else versions.push(version);
  };
  const keep = ({ row, from, until }: Kept): void => {
    sql.keep.run(...rowValues(row, columns), ...from, ...until);
  };
  const write = (key: SqlValue, versions: readonly Version[]): void => {
    const [first] = versions;
    const last = versions.at(-1);
    if (first === undefined || last === undefined) return;
    sql.retire.run(first.recordedMs, first.occurredMs, key);
    versions.forEach((version, index) => {
      const next = versions[index + 1];
      if (next === undefined || version.row === null || isEmpty(version, next)) return;
      keep({
        row: version.row,
        from: [version.recordedMs, version.occurredMs, version.ordinal],
        until: [next.recordedMs, next.occurredMs],
      });
    });
    if (last.row === null) sql.remove.run(key);
    else sql.put.run(...rowValues(last.row, columns), last.recordedMs, last.occurredMs, last.ordinal);
  };

  const applyPut = (change: Extract<Change, { op: 'put' }>, entry: LogEntry): void => {
    const { recordedMs, ordinal } = entry;
    const occurredMs = change.occurredMs ?? entry.occurredMs;
    add(change.row[sql.key] ?? null, { row: change.row, recordedMs, occurredMs, ordinal });
  };
  const applyVersion = (change: Extract<Change, { op: 'version' }>, entry: LogEntry): void => {
    const { recordedMs, ordinal } = entry;
    deduced.push({
      row: change.row,
      from: [recordedMs, change.occurredMs, ordinal],
      until: [recordedMs, change.untilMs],
    });
  };
  return {
    apply: (change, entry) => {
      if (change.op === 'put') applyPut(change, entry);
      else if (change.op === 'version') applyVersion(change, entry);
      else add(change.key[sql.key] ?? null, { ...entry, row: null });
    },
    flush: () => {
      for (const [key, versions] of pending) write(key, versions);
      deduced.forEach(keep);
      pending.clear();
      deduced = [];
    },
    clear: () => {
      pending.clear();
      deduced = [];
    },
  };
};
