import type { Row, Workbook, Worksheet } from 'exceljs';
import { fileFault, FileRefused, refuseFile } from '../sheet/file-refused.ts';
import { columnName, headerFaults } from '../sheet/header.ts';
import type { Cell, Sheet, SheetRow } from '../sheet/sheet.ts';
import { checkArchive } from './archive-limits.ts';
import { cellOf } from './cell-of.ts';

/** A sheet's name, its number from 1, or nothing for the first one. */
export type SheetChoice = string | number | undefined;

const MOST_COLUMNS = 500;

const workbookOf = async (bytes: Buffer): Promise<Workbook> => {
  // Loaded on first use: the library alone takes longer than a whole `duban --help`.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  } catch (cause) {
    throw new FileRefused([fileFault('file.damaged')], { cause });
  }
  return workbook;
};

const sheetOf = (workbook: Workbook, choice: SheetChoice): Worksheet => {
  const sheet =
    typeof choice === 'string' ? workbook.getWorksheet(choice) : workbook.worksheets[(choice ?? 1) - 1];
  if (sheet !== undefined) return sheet;
  const names = workbook.worksheets.map(({ name }) => name).join(', ');
  throw new FileRefused([fileFault('file.sheet-missing', { found: `${String(choice)} ∉ ${names}` })]);
};

/** The cells that lie under a merged one repeat its value in the library's eyes; for us they are empty. */
const cellsOf = (row: Row, columns: number): readonly (Cell | null)[] =>
  Array.from({ length: columns }, (_, at) => {
    const cell = row.getCell(at + 1);
    return cell.isMerged && cell.master.address !== cell.address ? null : cellOf(cell.value);
  });

const rowsBelow = (sheet: Worksheet, headerRow: number, columns: number): readonly SheetRow[] => {
  const rows: SheetRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (number <= headerRow) return;
    const cells = cellsOf(row, columns);
    if (cells.some((cell) => cell !== null)) rows.push({ row: number, cells });
  });
  return rows;
};

/** @throws FileRefused `file.archive-suspicious`, `file.damaged`, `file.sheet-missing`, `file.header-doubled`, `file.empty` */
export const readXlsx = async (bytes: Buffer, choice: SheetChoice, headerRow: number): Promise<Sheet> => {
  checkArchive(bytes);
  const sheet = sheetOf(await workbookOf(bytes), choice);
  if (sheet.columnCount > MOST_COLUMNS)
    throw new FileRefused([fileFault('file.too-large', { found: `${sheet.columnCount} columns` })]);
  const header = cellsOf(sheet.getRow(headerRow), sheet.columnCount).map((cell) =>
    columnName(cell?.text ?? ''),
  );
  refuseFile(headerFaults(header, headerRow));
  return { header, rows: rowsBelow(sheet, headerRow, header.length), encoding: 'xlsx' };
};
