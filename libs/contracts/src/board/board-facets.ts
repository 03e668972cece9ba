import type { Text } from '@duban/domain/texts';
import type { BoardFacetRecord } from './board-field.ts';
import { boardEntries, inPlaces, type BoardEntry } from './board-fields.ts';
import type { BoardFilterName } from './board-filters.ts';
import type { BoardSort, CountBy } from './board-row.ts';

export type BoardFacet = Omit<BoardFacetRecord, 'name' | 'sets' | 'label'> & {
  readonly name: CountBy;
  readonly sets: BoardFilterName;
  readonly label: Text;
  readonly field: BoardEntry;
};

const facetOf = (field: BoardEntry): readonly BoardFacet[] => {
  const { facet, label = { zh: field.column, en: field.column } } = field;
  if (facet === undefined) return [];
  const said = facet.label ?? { zh: `按${label.zh}`, en: label.en };
  return [{ ...facet, name: facet.name as CountBy, sets: facet.sets as BoardFilterName, label: said, field }];
};

/** What the board can be counted by. */
export const boardFacets: readonly BoardFacet[] = inPlaces(boardEntries.flatMap(facetOf), (facet) => facet);

export type BoardOrder = {
  readonly name: BoardSort;
  readonly field: BoardEntry;
  readonly direction: 'ascending' | 'descending';
};

/** The orders of the list. */
export const boardOrders: readonly BoardOrder[] = boardEntries.flatMap((field) =>
  Object.entries(field.sorts ?? {}).map(([name, direction]) => ({
    name: name as BoardSort,
    field,
    direction,
  })),
);
