import {
  cellOf,
  type RegisterCell,
  type RegisterColumn,
  type RegisterRow,
  type RegisterWish,
} from './register-column.ts';

export type RegisterRows = AsyncIterable<RegisterRow> | Iterable<RegisterRow>;

const BATCH = 512;

/** A line feed in front of a formula works like a tab does, and the library does not know it (OWASP, CSV injection). */
const harmless = (text: string): string => (text.startsWith('\n') ? `'${text}` : text);

const csvCell = (cell: RegisterCell): string | number => {
  if (cell === null) return '';
  if (typeof cell === 'string') return harmless(cell);
  return typeof cell === 'number' ? cell : cell.date;
};

type Line = readonly (string | number)[];

const writer = async (): Promise<(lines: readonly Line[], first: boolean) => string> => {
  const { stringify } = await import('csv-stringify/sync');
  return (lines, first) =>
    stringify(
      lines.map((line) => [...line]),
      {
        bom: first,
        record_delimiter: 'windows',
        escape_formulas: true,
        // The library quotes its own line break only, and every other one would tear the row apart.
        quoted_match: /[\r\n]/,
      },
    );
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
  const write = await writer();
  let lines: Line[] = [];
  yield write([columns.map(({ label }) => label[wish.language])], true);
  for await (const row of rows) {
    lines.push(columns.map((column) => csvCell(cellOf(column, row, wish))));
    if (lines.length < BATCH) continue;
    yield write(lines, false);
    lines = [];
  }
  if (lines.length > 0) yield write(lines, false);
}
