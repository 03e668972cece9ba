/** Everything that decides which list is shown stands in the address: a link is a saved view. */
import { boardFilters } from '@duban/contracts/browser';
import { pick } from '../app/address.ts';

const FIELDS = [...boardFilters.map(({ name }) => name), 'sort'] as const;
const LISTS: ReadonlySet<string> = new Set(
  boardFilters.filter(({ take }) => take === 'list').map(({ name }) => name),
);

export type BoardField = (typeof FIELDS)[number];
export type BoardSearch = { [Field in BoardField]?: string | undefined };

export const readBoardSearch = (search: Record<string, unknown>): BoardSearch => pick(search, FIELDS);

const isList = (field: BoardField): boolean => LISTS.has(field);

const valuesOf = (search: BoardSearch, field: BoardField): readonly string[] => {
  const text = search[field];
  if (text === undefined) return [];
  return isList(field) ? text.split(',').filter((value) => value !== '') : [text];
};

/** Every filter in force, one by one, for the row of what can be taken off. */
export const filtersIn = (search: BoardSearch): readonly { field: BoardField; value: string }[] =>
  FIELDS.filter((field) => field !== 'sort').flatMap((field) =>
    valuesOf(search, field).map((value) => ({ field, value })),
  );

export const hasFilter = (search: BoardSearch, field: BoardField, value: string): boolean =>
  valuesOf(search, field).includes(value);

/** The same list with one value more, or without it. Values of a list are alternatives. */
export const toggled = (search: BoardSearch, field: BoardField, value: string): BoardSearch => {
  const present = valuesOf(search, field);
  const others = present.filter((other) => other !== value);
  const added = isList(field) ? [...others, value] : [value];
  const next = others.length < present.length ? others : added;
  return { ...search, [field]: next.length === 0 ? undefined : next.join(',') };
};

export const without = (search: BoardSearch, field: BoardField): BoardSearch => ({
  ...search,
  [field]: undefined,
});

type FilterValue = string | boolean | readonly string[];

/** The filter behind a figure of the summary, as the API names it. */
export const searchOf = (filter: Readonly<Record<string, FilterValue>>): BoardSearch =>
  readBoardSearch(
    Object.fromEntries(
      Object.entries(filter).map(([field, value]) => [
        field,
        typeof value === 'object' ? value.join(',') : String(value),
      ]),
    ),
  );

export const sameFilters = (one: BoardSearch, other: BoardSearch): boolean => {
  const told = (search: BoardSearch): string =>
    filtersIn(search)
      .map(({ field, value }) => `${field}=${value}`)
      .sort()
      .join('&');
  return told(one) === told(other);
};
