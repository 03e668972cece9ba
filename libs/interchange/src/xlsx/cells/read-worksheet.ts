import { fileFault, FileRefused } from '../../sheet/file-refused.ts';
import { SPREADSHEET } from '../parts/namespaces.ts';
import { attribute, isTrue, readPart, type Element, type Part, type PartReader } from '../parts/read-part.ts';
import { openText } from '../parts/rich-text.ts';
import { addressOf, lettersOf } from './address.ts';
import { mergeOf, type Merge } from './merges.ts';
import { readCell, type CellReading, type SeenCell } from './read-cell.ts';

export type SeenRow = {
  readonly row: number;
  readonly hidden: boolean;
  /** By column, from 1; cells without anything in them are left out. */
  readonly cells: Map<number, SeenCell>;
};

export type Worksheet = { readonly rows: readonly SeenRow[]; readonly merges: readonly Merge[] };

const MOST_ROWS = 200_000;
const MOST_MERGES = 200_000;
/** A spreadsheet's own limit is 32,767. */
const LONGEST_TEXT = 100_000;
/** Of all cells together: a text that is stored once may stand in millions of them. */
const MOST_CHARACTERS = 134_217_728;

const refused = (
  code: 'file.damaged' | 'file.too-large',
  row: number,
  column: number,
  found: string,
): FileRefused =>
  new FileRefused([
    fileFault(code, {
      ...(row > 0 ? { line: row } : {}),
      ...(column > 0 ? { column: lettersOf(column) } : {}),
      found,
    }),
  ]);

type Cursor = {
  row: number;
  hidden: boolean;
  column: number;
  type: string;
  style: number;
  value: string | null;
  inline: string | null;
  formula: boolean;
};

/** A row or cell without `r` stands behind the last one (18.3.1.4, 18.3.1.73). */
const rowOf = (element: Element, before: number): number => {
  const given = attribute(element, 'r');
  const row = given === null ? before + 1 : Number(given);
  if (addressOf(`A${row}`) === null) throw refused('file.damaged', before, 0, `r="${given ?? ''}"`);
  return row;
};

const startCell = (cursor: Cursor, element: Element): void => {
  const given = attribute(element, 'r');
  const address = given === null ? { column: cursor.column + 1, row: cursor.row } : addressOf(given);
  if (address?.row !== cursor.row) throw refused('file.damaged', cursor.row, cursor.column, given ?? '');
  cursor.column = address.column;
  cursor.type = attribute(element, 't') ?? 'n';
  cursor.style = Number(attribute(element, 's') ?? '0');
  cursor.value = null;
  cursor.inline = null;
  cursor.formula = false;
};

const openRows = (): {
  readonly at: (row: number, hidden: boolean) => SeenRow;
  readonly all: () => readonly SeenRow[];
} => {
  const rows = new Map<number, SeenRow>();
  return {
    at: (row, hidden) => {
      if (rows.has(row)) throw refused('file.damaged', row, 0, `${row} × 2`);
      if (rows.size >= MOST_ROWS) throw refused('file.too-large', row, 0, `> ${MOST_ROWS} rows`);
      const seen: SeenRow = { row, hidden, cells: new Map() };
      rows.set(row, seen);
      return seen;
    },
    all: () => [...rows.values()].filter(({ cells }) => cells.size > 0).sort((a, b) => a.row - b.row),
  };
};

type Place = { readonly row: number; readonly hidden: boolean };
type Keep = (place: Place, column: number, cell: SeenCell) => void;

const EMPTY_CURSOR: Cursor = {
  ...{ row: 0, hidden: false, column: 0 },
  ...{ type: 'n', style: 0, value: null, inline: null, formula: false },
};

const startRow = (cursor: Cursor, element: Element): void => {
  cursor.row = rowOf(element, cursor.row);
  cursor.column = 0;
  cursor.hidden = isTrue(attribute(element, 'hidden'));
};

/** What an element of a sheet that is no text begins. */
const begin = (cursor: Cursor, merges: Merge[], name: string, element: Element): void => {
  if (name === 'row') startRow(cursor, element);
  else if (name === 'c') startCell(cursor, element);
  else if (name === 'v') cursor.value = '';
  else if (name === 'f') cursor.formula = true;
  else if (name === 'mergeCell') noteMerge(merges, attribute(element, 'ref') ?? '');
};

const sheetReader = (keep: Keep, merges: Merge[], reading: CellReading): PartReader => {
  const cursor = { ...EMPTY_CURSOR };
  const text = openText();
  let inside = '';
  return {
    open: (name, element) => {
      if (inside === 'is') text.open(name);
      else begin(cursor, merges, name, element);
      if (name === 'v' || name === 'is') inside = name;
    },
    text: (piece) => {
      if (inside === 'v') cursor.value = `${cursor.value ?? ''}${piece}`;
      if (inside === 'is') text.text(piece);
    },
    close: (name) => {
      if (inside === 'is') text.close(name);
      if (name === 'is') cursor.inline = text.taken();
      if (name === inside) inside = '';
      if (name !== 'c') return;
      keep(cursor, cursor.column, readCell(cursor, reading));
    },
  };
};

const noteMerge = (merges: Merge[], reference: string): void => {
  const merge = mergeOf(reference);
  if (merge === null) throw refused('file.damaged', 0, 0, `mergeCell ${reference}`);
  if (merges.length >= MOST_MERGES) throw refused('file.too-large', merge.top, merge.left, 'mergeCells');
  merges.push(merge);
};

/**
 * The rows of a worksheet that have anything in them.
 * @throws FileRefused `file.damaged` with row and column where a cell has no place or two contents, `file.too-large`
 */
export const readWorksheet = (part: Part, reading: CellReading): Worksheet => {
  const rows = openRows();
  const merges: Merge[] = [];
  let current: SeenRow | null = null;
  let left = MOST_CHARACTERS;
  const keep: Keep = (of, column, cell) => {
    if (cell.cell === null && cell.doubt === null) return;
    const { length } = cell.cell?.text ?? '';
    left -= length;
    if (length > LONGEST_TEXT || left < 0)
      throw refused('file.too-large', of.row, column, `> ${left < 0 ? MOST_CHARACTERS : LONGEST_TEXT}`);
    if (current?.row !== of.row) current = rows.at(of.row, of.hidden);
    if (current.cells.has(column))
      throw refused('file.damaged', of.row, column, `${lettersOf(column)}${of.row} × 2`);
    current.cells.set(column, cell);
  };
  readPart(part, SPREADSHEET, sheetReader(keep, merges, reading));
  return { rows: rows.all(), merges };
};
