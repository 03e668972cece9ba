import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { cellOf, type RegisterCell, type RegisterColumn, type RegisterWish } from './register-column.ts';
import type { RegisterRows } from './csv-register.ts';
import { withFixedDates } from './fixed-zip-dates.ts';
import { xlsxText } from './xlsx-text.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_DAY = '1900-03-01';
const DAY_ONE = new Date(0);
const BATCH = 512;

/**
 * The library writes a Date by its UTC parts, whatever the machine's time zone: midnight UTC is the day that is meant (C37).
 * Spreadsheets know no day before 1900, and do not agree on those before 1 March 1900, since some count a 29 February then.
 */
const dayOf = (date: string): Date | string => {
  const [, year, month, day] = DATE.exec(date) ?? [];
  return year === undefined || date < FIRST_DAY
    ? date
    : new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
};

type Cell = string | number | Date | null | ReturnType<typeof xlsxText>;

/** A text that begins with = is a text here: formulas are cells of another kind. */
const xlsxCell = (cell: RegisterCell): Cell => {
  if (typeof cell === 'string') return xlsxText(cell);
  return typeof cell === 'object' && cell !== null ? dayOf(cell.date) : cell;
};

type Sheet = {
  readonly addRow: (cells: Cell[]) => { readonly commit: () => void };
  readonly commit: () => void;
};

const writeRows = async (
  sheet: Sheet,
  rows: RegisterRows,
  columns: readonly RegisterColumn[],
  wish: RegisterWish,
): Promise<void> => {
  let count = 0;
  for await (const row of rows) {
    sheet.addRow(columns.map((column) => xlsxCell(cellOf(column, row, wish)))).commit();
    count += 1;
    // The archive works in turns of the event loop; without one all rows would wait in memory.
    if (count % BATCH === 0) await new Promise(setImmediate);
  }
};

const widthOf = ({ kind }: RegisterColumn): number => (kind === 'date' ? 12 : 18);

/**
 * A register as .xlsx: dates as dates, texts as texts, the head frozen. Rows are written as they come; only the packed file is
 * held, since its entries are dated once all of them are there. The same rows give the same bytes.
 */
export const xlsxRegister = async (
  rows: RegisterRows,
  columns: readonly RegisterColumn[],
  wish: RegisterWish,
): Promise<Buffer> => {
  const { default: exceljs } = await import('exceljs');
  const sink = new PassThrough();
  const packed: Buffer[] = [];
  sink.on('data', (chunk: Buffer) => packed.push(chunk));
  const ended = once(sink, 'end');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true });
  workbook.created = DAY_ONE;
  workbook.modified = DAY_ONE;
  const sheet = workbook.addWorksheet('Duban', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({
    header: column.label[wish.language],
    width: widthOf(column),
    ...(column.kind === 'date' ? { style: { numFmt: 'yyyy-mm-dd' } } : {}),
  }));
  await writeRows(sheet, rows, columns, wish);
  sheet.commit();
  await workbook.commit();
  await ended;
  return withFixedDates(Buffer.concat(packed));
};
