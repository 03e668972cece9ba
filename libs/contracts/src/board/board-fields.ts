import type { BoardField } from './board-field.ts';
import { courseFields } from './course.fields.ts';
import { itemFields } from './item.fields.ts';

/**
 * The board, field by field, by column and in the order of an answer. Everything else is computed from these records: the table of
 * the read model with its indexes, filters, facets, orders, answers, documents, the exported register, and what the page shows and
 * filters by. What a column holds is said in `libs/projections/src/board/board-row.ts`, which does not compile without it.
 */
const boardFields = { ...itemFields, ...courseFields };

type Fields = typeof boardFields;

export type BoardColumn = keyof Fields;

export type BoardFieldOf<Column extends BoardColumn> = Fields[Column];

/** A field with its column, as those read it who compute something for all of them. */
export type BoardEntry = BoardField & { readonly column: BoardColumn };

export const boardEntries: readonly BoardEntry[] = (Object.keys(boardFields) as BoardColumn[]).map(
  (column) => ({ ...boardFields[column], column }),
);

type Placed = { readonly place?: number };

/** By their places; what has none comes last, in the order of the records. */
export const inPlaces = <Item>(items: readonly Item[], placed: (item: Item) => Placed): readonly Item[] => {
  const placeOf = (item: Item): number => placed(item).place ?? Number.MAX_SAFE_INTEGER;
  return [...items].sort((a, b) => placeOf(a) - placeOf(b));
};
