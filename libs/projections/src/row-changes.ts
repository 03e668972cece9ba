import type { ItemOfCase } from './fold/item-changes.ts';
import type { Change, Projection, Row, Step, TableSpec } from './projection.ts';

const keyText = (table: TableSpec, row: Row): string =>
  table.key.map((column) => String(row[column])).join('\n');

export const sameRow = (a: Row, b: Row): boolean => {
  for (const column in b) if (a[column] !== b[column]) return false;
  return true;
};

const keyOf = (table: TableSpec, row: Row): Row =>
  Object.fromEntries(table.key.map((column) => [column, row[column] ?? null]));

/** The puts and deletes that turn the rows before an event into the rows after it. */
export const rowChanges = (
  table: TableSpec,
  before: readonly Row[],
  after: readonly Row[],
): readonly Change[] => {
  if (before.length === 0) return after.map((row) => ({ op: 'put', table: table.name, row }));
  const former = new Map(before.map((row) => [keyText(table, row), row]));
  const changes: Change[] = [];
  for (const row of after) {
    const key = keyText(table, row);
    const old = former.get(key);
    former.delete(key);
    if (old === undefined || !sameRow(old, row)) changes.push({ op: 'put', table: table.name, row });
  }
  for (const row of former.values())
    changes.push({ op: 'delete', table: table.name, key: keyOf(table, row) });
  return changes;
};

/**
 * Most read models are rows that follow from an item's state alone: such a projection is one function, and the changes
 * are what differs between the states before and after.
 */
export const changesOfItems = (
  table: TableSpec,
  rowsOf: (item: ItemOfCase) => readonly Row[],
): Projection['project'] => {
  const known = remembered(rowsOf);
  return ({ items }: Step) =>
    items.flatMap(({ before, after }) => rowChanges(table, known(before), known(after)));
};

/**
 * The rows of an item as it was last asked about: what is "after" one event is "before" the next one. Keyed by the state's own
 * object and its surroundings, so that it can only ever answer what `rowsOf` would.
 */
export const remembered = (
  rowsOf: (item: ItemOfCase) => readonly Row[],
): ((item: ItemOfCase | undefined) => readonly Row[]) => {
  const memory = new WeakMap<
    object,
    { readonly surroundings: Surroundings; readonly rows: readonly Row[] }
  >();
  return (of) => {
    if (of === undefined) return [];
    const surroundings = surroundingsOf(of);
    const found = memory.get(of.item);
    if (found?.surroundings.every((part, index) => part === surroundings[index]) === true) return found.rows;
    const rows = rowsOf(of);
    memory.set(of.item, { surroundings, rows });
    return rows;
  };
};

/** Everything that rows are made of besides the item itself. */
type Surroundings = readonly unknown[];

const surroundingsOf = ({ key, document, opened }: ItemOfCase): Surroundings => [
  key,
  document.key,
  opened.opened,
  opened.status,
  document.handedIn,
];

/** Several codes in one column, each findable by `|code|`. */
export const listText = (values: readonly string[]): string =>
  values.length === 0 ? '' : `|${[...new Set(values)].join('|')}|`;

export const listOf = (text: string): readonly string[] => text.split('|').filter((value) => value !== '');
