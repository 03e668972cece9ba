import { boardFilters, columnsOfFilter, type BoardFilterEntry } from '@duban/contracts';
import type { BoardFilter, BoardFlag } from '../api/board.query.ts';
import { expressionOf } from './board-expression.ts';
import type { Lights } from './light-sql.ts';
import { all, contains, join, oneOf, sql, type Sql } from './sql.ts';

const flagSql = (flag: BoardFlag, today: string): Sql => {
  switch (flag) {
    case 'overdue':
      return sql('(running < ? AND awaits = 0)', today);
    case 'extended':
      return sql('extensions > 0');
    case 'escalated':
      return sql('escalations > 0');
    case 'suspended':
      return sql(`stage = 'SUSPENDED'`);
    case 'provisional':
      return sql('provisional = 1');
    case 'dissatisfied':
      return sql('failures > 0');
  }
};

const anyOf = (conditions: readonly Sql[]): Sql => {
  const { text, values } = join(conditions, ' OR ');
  return sql(`(${text})`, ...values);
};

/** The first of several dates that is there. */
const firstOf = (columns: readonly string[]): string =>
  columns.length === 1 ? columns.join('') : `COALESCE(${columns.join(', ')})`;

const yesNo = (condition: string, value: unknown): Sql =>
  sql(value === true ? condition : `NOT (${condition})`);

const among = ({ text, values }: Sql, wanted: readonly string[]): Sql => {
  const { text: condition, values: words } = oneOf(`(${text})`, wanted);
  return sql(condition, ...values, ...words);
};

type Question = { readonly today: string; readonly lights: Lights };

/** Columns are those of the records, never what a caller sent; `wanted` is of the kind that `take` says. */
const conditionOf = (
  filter: BoardFilterEntry,
  wanted: unknown,
  { today, lights }: Question,
): readonly Sql[] => {
  const columns = columnsOfFilter(filter);
  const { text, values } = expressionOf(filter.field, lights);
  const value = String(wanted);
  switch (filter.take) {
    case 'one':
      return [sql(`${text} = ?`, ...values, value)];
    case 'list':
      return [among({ text, values }, wanted as readonly string[])];
    case 'holds':
      return [anyOf(columns.map((column) => sql(`instr(${column}, ?) > 0`, `|${value}|`)))];
    case 'is':
      return [yesNo(`${text} = 1`, wanted)];
    case 'known':
      return [yesNo(`${text} IS NOT NULL`, wanted)];
    case 'from':
      return [sql(`${firstOf(columns)} >= ?`, value)];
    case 'to':
      return [sql(`${firstOf(columns)} <= ?`, value)];
    case 'words':
      return value
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => anyOf(columns.map((column) => contains(column, word))));
    case 'marked':
      return [flagSql(wanted as BoardFlag, today)];
  }
};

/** A board filter as one condition. Every word of `text` must occur in a title or number. */
export const boardWhere = (filter: BoardFilter, today: string, lights: Lights): Sql =>
  all(
    boardFilters.flatMap((entry) => {
      const wanted = filter[entry.name];
      return wanted === undefined ? [] : conditionOf(entry, wanted, { today, lights });
    }),
  );
