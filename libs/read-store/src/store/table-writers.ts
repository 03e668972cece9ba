import type { DatabaseSync } from 'node:sqlite';
import type { Change, LogEntry, TableSpec } from '@duban/projections';
import { appendedWriter } from './appended-writer.ts';
import { keyedWriter } from './keyed-writer.ts';
import type { TableWriter } from './table-writer.ts';
import { versionedWriter } from './versioned-writer.ts';

const makers = { appended: appendedWriter, keyed: keyedWriter, versioned: versionedWriter };

export type TableWriters = {
  readonly apply: (changes: readonly Change[], entry: LogEntry) => void;
  readonly flush: () => void;
  readonly clear: () => void;
};

/** One writer per table, each with its statements prepared once. */
export const tableWriters = (db: DatabaseSync, tables: readonly TableSpec[]): TableWriters => {
  const writers = new Map(tables.map((table) => [table.name, makers[table.kind](db, table)]));
  const each = (act: (writer: TableWriter) => void): void => {
    for (const writer of writers.values()) act(writer);
  };
  return {
    apply: (changes, entry) => {
      for (const change of changes) {
        const writer = writers.get(change.table);
        if (writer === undefined) throw new TypeError(`no projection declares the table ${change.table}`);
        writer.apply(change, entry);
      }
    },
    flush: () => {
      each((writer) => {
        writer.flush();
      });
    },
    clear: () => {
      each((writer) => {
        writer.clear();
      });
    },
  };
};
