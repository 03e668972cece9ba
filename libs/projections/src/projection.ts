import type { ItemChange } from './fold/item-changes.ts';
import type { LogEntry } from './fold/log-entry.ts';
import type { StreamDocument } from './fold/stream-document.ts';

export type SqlValue = string | number | null;
export type Row = Readonly<Record<string, SqlValue>>;

/**
 * - `keyed`: one row per key, the last put wins.
 * - `appended`: rows that never change; each key comes once.
 * - `versioned`: keyed by one integer; whoever stores it also keeps every former row with its two intervals, so that a
 *   past moment is one indexed query.
 */
export type TableKind = 'keyed' | 'appended' | 'versioned';

export type ColumnType = 'integer' | 'text';

/** A table as data: projections never write SQL. A key of one integer column becomes the row id. */
export type TableSpec = {
  readonly name: string;
  readonly kind: TableKind;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
  readonly indexes: readonly (readonly string[])[];
  /** The table has a full-text index `<name>_search` of the texts given with its rows. */
  readonly search?: true;
};

/** A row of a table that says its columns: each of them, and no other. */
export type RowOf<Table extends TableSpec> = {
  readonly [Column in keyof Table['columns']]:
    (Table['columns'][Column] extends 'integer' ? number : string) | null;
};

export type Change =
  | {
      readonly op: 'put';
      readonly table: string;
      readonly row: Row;
      readonly search?: string;
      /** Versioned tables: since when it is so in legal time, if not since the event; epoch milliseconds. */
      readonly occurredMs?: number;
    }
  | { readonly op: 'delete'; readonly table: string; readonly key: Row }
  /** Versioned tables: what was so in legal time before anybody recorded it. Never seen on the recorded axis. */
  | {
      readonly op: 'version';
      readonly table: string;
      readonly row: Row;
      readonly occurredMs: number;
      readonly untilMs: number;
    };

/** What a projection is told: one event, what it changed, and the documents on both sides of it. */
export type Step = {
  readonly entry: LogEntry;
  readonly before: StreamDocument;
  readonly after: StreamDocument;
  /** Items that this event created, changed or renamed the surroundings of; computed once for all projections. */
  readonly items: readonly ItemChange[];
};

/**
 * A read model as a pure function from events to rows (style.md habit 15): no clock, no I/O, no handle to anything. Another
 * meaning of the same rows is a new `version`, and a new version is a rebuild.
 */
export type Projection = {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly TableSpec[];
  readonly project: (step: Step) => readonly Change[];
};
