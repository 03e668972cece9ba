import type { Row, SqlValue } from '@duban/projections';

/** A row's values in the order of its table's columns. */
export const rowValues = (row: Row, columns: readonly string[]): SqlValue[] => {
  const values: SqlValue[] = [];
  for (const column of columns) values.push(row[column] ?? null);
  return values;
};

export const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
