import type { ItemOfCase } from './fold/item-changes.ts';
import type { Change, Projection, Row, RowOf, Step, TableSpec } from './projection.ts';

const keyText = (table: TableSpec, row: Row): string =>
  table.key.map((column) => String(row[column])).join('\n');

const sameRow = (a: Row, b: Row): boolean => {
  for (const column in b) if (a[column] !== b[column]) return false;
  return true;
};

const sameKeys = (table: TableSpec, before: readonly Row[], after: readonly Row[]): boolean =>
  before.length === after.length &&
  after.every((row, index) => table.key.every((column) => row[column] === before[index]?.[column]));

const keyOf = (table: TableSpec, row: Row): Row =>
  Object.fromEntries(table.key.map((column) => [column, row[column] ?? null]));

const puts = (table: TableSpec, rows: readonly Row[]): readonly Change[] =>
  rows.map((row) => ({ op: 'put', table: table.name, row }));

/** The puts and deletes that turn the rows before an event into the rows after it. */
export const rowChanges = (
  table: TableSpec,
  before: readonly Row[],
  after: readonly Row[],
): readonly Change[] => {
  if (before === after) return [];
  if (before.length === 0) return puts(table, after);
  if (sameKeys(table, before, after)) {
    return puts(
      table,
      after.filter((row, index) => !sameRow(before[index] ?? {}, row)),
    );
  }
  const former = new Map(before.map((row) => [keyText(table, row), row]));
  const changed: Row[] = [];
  for (const row of after) {
    const key = keyText(table, row);
    const old = former.get(key);
    former.delete(key);
    if (old === undefined || !sameRow(old, row)) changed.push(row);
  }
  const gone = [...former.values()].map((row): Change => ({
    op: 'delete',
    table: table.name,
    key: keyOf(table, row),
  }));
  return [...puts(table, changed), ...gone];
};

/**
 * Most read models are rows that follow from an item's state alone: such a projection is one function, and the changes
 * are what differs between the states before and after.
 */
export const changesOfItems = <Table extends TableSpec>(
  table: Table,
  rowsOf: (item: ItemOfCase) => readonly RowOf<Table>[],
): Projection['project'] => {
  const known = remembered(rowsOf);
  return ({ items }: Step) =>
    items.flatMap(({ before, after }) => rowChanges(table, known(before), known(after)));
};

/** More items than change at one time; beyond this the memory begins anew. */
const MOST_REMEMBERED = 20_000;

/**
 * The rows of an item as it was last asked about: what is "after" one event is "before" the next one. Compared by identity of
 * everything that rows are made of, so that it can only ever answer what `rowsOf` would.
 */
export const remembered = <Of extends Row>(
  rowsOf: (item: ItemOfCase) => readonly Of[],
): ((item: ItemOfCase | undefined) => readonly Of[]) => {
  const memory = new Map<number, Remembered<Of>>();
  return (of) => {
    if (of === undefined) return [];
    const found = memory.get(of.key);
    if (found !== undefined && isOf(found, of)) return found.rows;
    const rows = rowsOf(of);
    if (memory.size >= MOST_REMEMBERED) memory.clear();
    const { item, document, opened } = of;
    memory.set(of.key, {
      item,
      opened: opened.opened,
      status: opened.status,
      handedIn: document.handedIn,
      rows,
    });
    return rows;
  };
};

type Remembered<Of extends Row> = {
  readonly item: object;
  readonly opened: object;
  readonly status: string;
  readonly handedIn: object;
  readonly rows: readonly Of[];
};

/** A case's opening is an object of its own, so that it stands for the case and its key, too. */
const isOf = (found: Remembered<Row>, { item, document, opened }: ItemOfCase): boolean =>
  found.item === item &&
  found.opened === opened.opened &&
  found.status === opened.status &&
  found.handedIn === document.handedIn;

/** Several codes in one column, each findable by `|code|`. */
export const listText = (values: readonly string[]): string =>
  values.length === 0 ? '' : `|${[...new Set(values)].join('|')}|`;

export const listOf = (text: string): readonly string[] => text.split('|').filter((value) => value !== '');
