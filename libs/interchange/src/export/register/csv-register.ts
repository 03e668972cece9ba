import { type CsvCell, openCsvLines } from '../csv-lines.ts';
import {
  cellOf,
  type RegisterCell,
  type RegisterColumn,
  type RegisterRow,
  type RegisterWish,
} from './register-column.ts';

export type RegisterRows = AsyncIterable<RegisterRow> | Iterable<RegisterRow>;

const BATCH = 512;

const csvCell = (cell: RegisterCell): CsvCell => {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.date : cell;
};

/**
 * A register as CSV: UTF-8 with a byte order mark, CRLF, dates as ISO text, formulas made harmless by an apostrophe, full-width
 * ＝＋－＠ included (C42). Memory for some hundred rows.
 */
export async function* csvRegister(
  rows: RegisterRows,
  columns: readonly RegisterColumn[],
  wish: RegisterWish,
): AsyncGenerator<string> {
  const write = await openCsvLines();
  let lines: CsvCell[][] = [];
  yield write([columns.map(({ label }) => label[wish.language])], { bom: true });
  for await (const row of rows) {
    lines.push(columns.map((column) => csvCell(cellOf(column, row, wish))));
    if (lines.length < BATCH) continue;
    yield write(lines);
    lines = [];
  }
  if (lines.length > 0) yield write(lines);
}
