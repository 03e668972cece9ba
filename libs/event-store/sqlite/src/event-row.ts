import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { numberedPosition, type StoredEvent } from '@duban/event-store';

export const COLUMNS = 'position, stream, revision, id, type, schema_version, recorded_at, data, metadata';

/** The columns in the order of {@link COLUMNS}: arrays are read faster than objects. */
export type EventRow = [number, string, number, string, string, number, string, string, string];

export const textLength = (row: EventRow): number => row[7].length + row[8].length;

export const decode = (row: EventRow): StoredEvent => {
  const metadata = JSON.parse(row[8]) as StoredEvent['metadata'] & { recordedAt: string };
  metadata.recordedAt = row[6];
  return {
    id: row[3],
    stream: row[1],
    revision: row[2],
    position: numberedPosition(row[0]),
    type: row[4],
    schemaVersion: row[5],
    data: JSON.parse(row[7]) as StoredEvent['data'],
    metadata,
  };
};

/** Runs a statement over {@link COLUMNS} that returns arrays. */
export const fetchRows = (statement: StatementSync, ...parameters: SQLInputValue[]): EventRow[] => {
  const rows: unknown = statement.all(...parameters);
  return rows as EventRow[];
};
