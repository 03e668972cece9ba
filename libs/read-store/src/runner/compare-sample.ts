import type { DatabaseSync } from 'node:sqlite';
import type { EventReader } from '@duban/event-store';
import { CodedError } from '@duban/kernel';
import {
  emptyDocument,
  entryOf,
  stepOf,
  type Projection,
  type StreamDocument,
  type TableSpec,
} from '@duban/projections';
import { openDatabase } from '@duban/sqlite';
import { createTables } from '../store/generation-file.ts';
import { historyOf } from '../store/table-sql.ts';
import { tableWriters } from '../store/table-writers.ts';
import { readWholeStream } from './read-whole-stream.ts';
import { streamTable } from './stream-table.ts';

const SAMPLED_STREAMS = 48;

type Sampled = { readonly key: number; readonly name: string };

const tablesOf = (projections: readonly Projection[]): readonly TableSpec[] =>
  projections.flatMap(({ tables }) => tables);

const sample = (db: DatabaseSync): readonly Sampled[] =>
  db
    .prepare(
      `SELECT key, name FROM (SELECT key, name, row_number() OVER (ORDER BY key) AS n, count(*) OVER () AS total FROM stream
        WHERE name NOT IN (SELECT stream FROM parked))
       WHERE n = total OR n % max(1, total / ?) = 0`,
    )
    .all(SAMPLED_STREAMS)
    .map((row) => ({ key: Number(row['key']), name: String(row['name']) }));

/** Rows of a table that belong to one stream, found by the ordinals that their keys are made of. */
const rowsOf = (db: DatabaseSync, table: string, spec: TableSpec, keys: string): readonly string[] => {
  const column = ['item', 'ordinal', 'case_key', 'key'].find((name) => spec.columns[name] === 'integer');
  if (column === undefined) return [];
  const rows = db
    .prepare(`SELECT * FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`)
    .all(keys);
  return rows.map((row) => JSON.stringify(row)).sort();
};

/** How many events are not covered, by count rather than by the highest number seen (E3, E8). */
const uncovered = (db: DatabaseSync): number =>
  Number(
    db
      .prepare(
        `SELECT (SELECT ordinal FROM progress) - (SELECT count(*) FROM audit) - (SELECT count(*) FROM parked_event
          WHERE NOT EXISTS (SELECT 1 FROM audit WHERE audit.ordinal = parked_event.ordinal)) AS missing`,
      )
      .get()?.['missing'],
  );

type Comparing = {
  readonly db: DatabaseSync;
  readonly reader: EventReader;
  readonly projections: readonly Projection[];
};

/** Streams alone, event by event, into a database of its own: what page folds and snapshots must not have changed. */
const replayInto = async (
  fresh: DatabaseSync,
  { db, reader, projections }: Comparing,
  { key, name }: Sampled,
): Promise<readonly number[]> => {
  const writers = tableWriters(fresh, tablesOf(projections));
  const ordinals = streamTable(db).ordinals(name, key, 0);
  let document: StreamDocument = emptyDocument(name, key);
  for (const stored of await readWholeStream(reader, name, { to: Math.max(...ordinals.keys()) })) {
    const step = stepOf(document, entryOf(stored, ordinals.get(stored.revision) ?? 0));
    for (const projection of projections) writers.apply(projection.project(step), step.entry);
    writers.flush();
    document = step.after;
  }
  return [key, ...ordinals.values()];
};

const differingTable = (
  { db, projections }: Comparing,
  fresh: DatabaseSync,
  keys: string,
): string | undefined => {
  const places = tablesOf(projections).flatMap((spec) =>
    [spec.name, ...(spec.kind === 'versioned' ? [historyOf(spec)] : [])].map((table) => ({ table, spec })),
  );
  return places.find(({ table, spec }) => {
    const built = rowsOf(db, table, spec, keys);
    const expected = rowsOf(fresh, table, spec, keys);
    return built.length !== expected.length || built.some((row, index) => row !== expected[index]);
  })?.table;
};

/**
 * Before a generation goes live: every event is covered, and streams taken from all over the log give the same rows when
 * each is replayed alone (E36). Answers how many were compared.
 * @throws CodedError `rebuild.differs`
 */
export const compareSample = async (comparing: Comparing): Promise<number> => {
  const missing = uncovered(comparing.db);
  if (missing !== 0) {
    throw new CodedError('rebuild.differs', `${missing} events passed by without a row in the audit trail`);
  }
  const streams = sample(comparing.db);
  const fresh = openDatabase(':memory:');
  try {
    createTables(fresh, comparing.projections);
    const keys: number[] = [];
    for (const stream of streams) keys.push(...(await replayInto(fresh, comparing, stream)));
    const table = differingTable(comparing, fresh, JSON.stringify([...new Set(keys)]));
    if (table === undefined) return streams.length;
    const names = streams.map(({ name }) => name).join(', ');
    throw new CodedError(
      'rebuild.differs',
      `${table} is not what a fresh replay gives, of one of ${names}; not switched`,
    );
  } finally {
    fresh.close();
  }
};
