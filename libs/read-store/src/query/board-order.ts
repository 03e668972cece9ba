import { boardOrders } from '@duban/contracts';
import type { SqlValue } from '@duban/projections';
import type { BoardSort } from '../api/board.query.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { sql, type ResultRow, type Sql } from './sql.ts';

/** A stretch of the list with an order that an index can give. */
export type Stretch = { readonly where: Sql; readonly order: string };

type After = { readonly value: SqlValue; readonly item: SqlValue } | null;

/** The key, which every order ends with: so it never has two equal places. */
const KEY = 'item';

type Order = { readonly column: string; readonly descending: boolean };

const orderOf = (sort: BoardSort): Order => {
  const found = boardOrders.find(({ name }) => name === sort);
  if (found === undefined) throw new TypeError(`the board has no order ${sort}`);
  return { column: found.field.column, descending: found.direction === 'descending' };
};

const words = (descending: boolean) => (descending ? { than: '<', as: ' DESC' } : { than: '>', as: '' });

const byKey = ({ descending }: Order, after: After): Stretch => {
  const { than, as } = words(descending);
  return {
    where: after === null ? sql('1') : sql(`${KEY} ${than} ?`, after.item),
    order: `${KEY}${as}`,
  };
};

const valued = ({ column, descending }: Order, after: After): Stretch => {
  const { than, as } = words(descending);
  return {
    where:
      after === null || after.value === null
        ? sql(`${column} IS NOT NULL`)
        : sql(
            `${column} ${than}= ? AND (${column} ${than} ? OR ${KEY} > ?)`,
            after.value,
            after.value,
            after.item,
          ),
    order: `${column}${as}, ${KEY}`,
  };
};

const valueless = ({ column }: Order, after: After): Stretch => ({
  where:
    after === null || after.value !== null
      ? sql(`${column} IS NULL`)
      : sql(`${column} IS NULL AND ${KEY} > ?`, after.item),
  order: KEY,
});

const afterCursor = (cursor: string | undefined, sort: BoardSort): After => {
  if (cursor === undefined) return null;
  const [value = null, item = null] = readCursor(cursor, `board ${sort}`, 2);
  return { value, item };
};

/** What is left of the list, in order: an order by a column has two stretches, items with a value first. */
export const stretches = (sort: BoardSort, cursor: string | undefined): readonly Stretch[] => {
  const order = orderOf(sort);
  const after = afterCursor(cursor, sort);
  if (order.column === KEY) return [byKey(order, after)];
  const isPast = after !== null && after.value === null;
  return isPast ? [valueless(order, after)] : [valued(order, after), valueless(order, after)];
};

/** Orders by the key carry the running date as they always did: a cursor of an older server holds here, and the other way round. */
export const cursorAt = (sort: BoardSort, row: ResultRow): string => {
  const { column } = orderOf(sort);
  return writeCursor(`board ${sort}`, [row[column === KEY ? 'running' : column] ?? null, row[KEY] ?? null]);
};
