import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SqlValue } from '@duban/projections';

/** A piece of SQL with the values of its question marks: nothing that a caller sent is ever part of the text. */
export type Sql = { readonly text: string; readonly values: readonly SqlValue[] };

export const sql = (text: string, ...values: readonly SqlValue[]): Sql => ({ text, values });

export const join = (parts: readonly Sql[], glue: string): Sql => ({
  text: parts.map(({ text }) => text).join(glue),
  values: parts.flatMap(({ values }) => values),
});

export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql('1') : join(conditions, ' AND ');

export const oneOf = (expression: string, values: readonly SqlValue[]): Sql =>
  sql(`${expression} IN (SELECT value FROM json_each(?))`, JSON.stringify(values));

/** Leaves out what is one of these; no condition where there are none. */
export const noneOf = (expression: string, values: readonly SqlValue[] = []): readonly Sql[] =>
  values.length === 0
    ? []
    : [sql(`${expression} NOT IN (SELECT value FROM json_each(?))`, JSON.stringify(values))];

/** Finds a part of a text; `%` and `_` stand for themselves. */
export const contains = (expression: string, part: string): Sql =>
  sql(`${expression} LIKE ? ESCAPE '\\'`, `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`);

export type ResultRow = Readonly<Record<string, SqlValue>>;

/** Statements of one connection, each prepared once; the least recently used go. */
export type Connection = { readonly db: DatabaseSync; readonly rows: (query: Sql) => readonly ResultRow[] };

const MOST_STATEMENTS = 200;

export const connection = (db: DatabaseSync): Connection => {
  const prepared = new Map<string, StatementSync>();
  const statement = (text: string): StatementSync => {
    const found = prepared.get(text) ?? db.prepare(text);
    prepared.delete(text);
    prepared.set(text, found);
    const [oldest] = prepared.keys();
    if (prepared.size > MOST_STATEMENTS && oldest !== undefined) prepared.delete(oldest);
    return found;
  };
  return { db, rows: ({ text, values }) => statement(text).all(...values) as ResultRow[] };
};

export const textOf = (row: ResultRow, column: string): string => String(row[column] ?? '');
export const numberOf = (row: ResultRow, column: string): number => Number(row[column] ?? 0);
export const textOrNull = (row: ResultRow, column: string): string | null => {
  const value = row[column] ?? null;
  return value === null ? null : String(value);
};
export const numberOrNull = (row: ResultRow, column: string): number | null => {
  const value = row[column] ?? null;
  return value === null ? null : Number(value);
};
