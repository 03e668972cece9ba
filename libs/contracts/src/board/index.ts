/** Plain data and types: pages read it, too. */
export { boardEntries, inPlaces, type BoardColumn, type BoardEntry } from './board-fields.ts';
export { boardFacets, boardOrders, type BoardFacet } from './board-facets.ts';
export {
  boardFilters,
  columnsOfFilter,
  type BoardFilter,
  type BoardFilterEntry,
  type BoardFilterName,
} from './board-filters.ts';
export { BOARD_FLAGS, type BoardFlag } from './board-flags.ts';
export type { BoardPart, BoardRow, BoardSort, CountBy } from './board-row.ts';
