import type { BoardFilterRecord, BoardVocabulary, BoardWord } from './board-field.ts';
import {
  boardEntries,
  inPlaces,
  type BoardColumn,
  type BoardEntry,
  type BoardFieldOf,
} from './board-fields.ts';
import type { BoardFlag } from './board-flags.ts';

type FiltersOf<Column extends BoardColumn> =
  BoardFieldOf<Column> extends { readonly filters: infer Filters } ? Filters : object;

type Wanted<Field, Filter> = Filter extends { readonly take: 'is' | 'known' }
  ? boolean
  : Filter extends { readonly take: 'marked' }
    ? BoardFlag
    : Filter extends { readonly take: 'list' }
      ? readonly (Field extends { readonly vocabulary: infer Name extends BoardVocabulary }
          ? BoardWord<Name>
          : string)[]
      : string;

export type BoardFilterName = { [Column in BoardColumn]: keyof FiltersOf<Column> }[BoardColumn];

type WantedBy<Name> = {
  [Column in BoardColumn]: Name extends keyof FiltersOf<Column>
    ? Wanted<BoardFieldOf<Column>, FiltersOf<Column>[Name]>
    : never;
}[BoardColumn];

/** Every value is a code, never a label; values inside one list are alternatives. */
export type BoardFilter = { readonly [Name in BoardFilterName]?: WantedBy<Name> };

export type BoardFilterEntry = BoardFilterRecord & {
  readonly name: BoardFilterName;
  readonly field: BoardEntry;
};

const filtersOf = (field: BoardEntry): readonly BoardFilterEntry[] =>
  Object.entries(field.filters ?? {}).map(([name, filter]) => ({
    ...filter,
    name: name as BoardFilterName,
    field,
  }));

/** All filters, in the order in which documents and pages name them. */
export const boardFilters: readonly BoardFilterEntry[] = inPlaces(
  boardEntries.flatMap(filtersOf),
  (filter) => filter,
);

/** The columns that a filter looks at. */
export const columnsOfFilter = ({ in: columns, field }: BoardFilterEntry): readonly string[] =>
  columns ?? [field.column];
