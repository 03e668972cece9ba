import { fileFault, FileRefused, refuseFile } from '../sheet/file-refused.ts';
import { columnName, headerFaults } from '../sheet/header.ts';
import type { Sheet, SheetRow } from '../sheet/sheet.ts';
import { openArchive, type Archive } from './archive/open-archive.ts';
import { lettersOf } from './cells/address.ts';
import { layOut } from './cells/lay-out.ts';
import { readWorksheet, type Worksheet } from './cells/read-worksheet.ts';
import { sharedStrings } from './parts/shared-strings.ts';
import { readStyles } from './parts/styles.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from './parts/workbook.ts';

/** A sheet's name, its number from 1 among those that are shown, or nothing for the first of these. */
export type SheetChoice = string | number | undefined;

const MOST_COLUMNS = 500;
const LAST_ROW = 1_048_576;

const chosen = ({ sheets }: Workbook, choice: SheetChoice): WorkbookSheet => {
  const found =
    typeof choice === 'string'
      ? sheets.find(({ name }) => name === choice)
      : sheets.filter(({ hidden }) => !hidden)[(choice ?? 1) - 1];
  if (found !== undefined) return found;
  const names = sheets.map(({ name, hidden }) => (hidden ? `${name} (隐藏 / hidden)` : name)).join(', ');
  throw new FileRefused([fileFault('file.sheet-missing', { found: `${String(choice ?? 1)} ∉ ${names}` })]);
};

const worksheetOf = (archive: Archive, workbook: Workbook, { name, part }: WorkbookSheet): Worksheet => {
  const bytes = archive.part(part);
  if (bytes === null) throw new FileRefused([fileFault('file.damaged', { found: name })]);
  return readWorksheet(
    { name: part, bytes },
    {
      styles: readStyles(workbook.styles),
      strings: sharedStrings(workbook.strings),
      dateSystem: workbook.dateSystem,
    },
  );
};

/** Columns that are filled from the header on: a style in the last column of a sheet fills nothing. */
const widthOf = ({ rows }: Worksheet, headerRow: number): number => {
  let width = 0;
  for (const { row, cells } of rows)
    if (row >= headerRow) for (const column of cells.keys()) width = Math.max(width, column);
  if (width > MOST_COLUMNS)
    throw new FileRefused([fileFault('file.too-large', { found: `${width} columns (${lettersOf(width)})` })]);
  return width;
};

const headerOf = (row: SheetRow | undefined, headerRow: number): readonly string[] => {
  const header = (row?.cells ?? []).map((cell) => columnName(cell?.text ?? ''));
  const doubts = (row?.doubts ?? []).filter(({ kind }) => kind === 'unreadable' || kind === 'error');
  refuseFile(
    doubts.map(({ at, found }) =>
      fileFault('file.cell-unreadable', { line: headerRow, column: lettersOf(at + 1), found }),
    ),
  );
  refuseFile(headerFaults(header, headerRow));
  return header;
};

/**
 * A sheet of a workbook as a person reads it, whichever program wrote it.
 * @throws FileRefused `file.archive-suspicious`, `file.encrypted`, `file.damaged`, `file.kind-unknown`, `file.too-large`,
 *   `file.sheet-missing`, `file.cell-unreadable` (in the header), `file.header-doubled`, `file.empty`
 */
export const readXlsx = (bytes: Buffer, choice: SheetChoice, headerRow: number): Sheet => {
  const archive = openArchive(bytes);
  const workbook = readWorkbook(archive);
  const sheet = chosen(workbook, choice);
  const worksheet = worksheetOf(archive, workbook, sheet);
  const width = widthOf(worksheet, headerRow);
  // Merges from above end in the header's row, and those of the header with it.
  const [above] = layOut(worksheet, { from: 1, to: headerRow, width }).slice(-1);
  const header = headerOf(above?.row === headerRow ? above : undefined, headerRow);
  return {
    header,
    rows: layOut(worksheet, { from: headerRow + 1, to: LAST_ROW, width }),
    encoding: 'xlsx',
    dateSystem: workbook.dateSystem,
    name: sheet.name,
    hiddenSheets: workbook.sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
  };
};
