import { boardFacets, boardFilters, type BoardFacet, type BoardFilterEntry } from '@duban/contracts/browser';
import type { Text } from '@duban/domain/texts';
import type { BoardField } from './board-search.ts';

/** Those that have a place in the panel, in its order. */
export const PANEL: readonly BoardFacet[] = boardFacets
  .filter(({ panel }) => panel !== undefined)
  .sort((a, b) => (a.panel ?? 0) - (b.panel ?? 0));

const SORT_LABEL: Text = { zh: '排序', en: 'Order' };

const filterOf = (field: BoardField): BoardFilterEntry | undefined =>
  boardFilters.find(({ name }) => name === field);

/** What a filter is called, on its chip and beside its choice. */
export const labelOf = (field: BoardField): Text => {
  if (field === 'sort') return SORT_LABEL;
  const filter = filterOf(field);
  return filter?.label ?? filter?.field.label ?? { zh: field, en: field };
};

/** How the value of a filter is called, for the row of filters in force; absent where it is said by itself. */
export const termsOf = (field: BoardField): Readonly<Record<string, Text>> | undefined =>
  filterOf(field)?.field.texts;

/** A filter by organ or person, whose values are ids. */
export const isNamed = (field: BoardField): boolean => {
  const kind = filterOf(field)?.field.kind;
  return kind === 'name' || kind === 'names';
};

export const isDay = (field: BoardField): boolean => {
  const take = filterOf(field)?.take;
  return take === 'from' || take === 'to';
};
