import { hash } from 'node:crypto';
import { extname } from 'node:path';
import { readCsv } from '../csv/read-csv.ts';
import { columnsOf, type Mapping } from '../mapping/mapping.ts';
import { rowReader } from '../rows/read-row.ts';
import { refuseDoubles } from '../rows/refuse-doubles.ts';
import type { RegisterRow } from '../rows/register-row.ts';
import { fileFault, FileRefused, refuseFile } from '../sheet/file-refused.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { otherKind } from '../xlsx/other-kinds.ts';
import { readXlsx } from '../xlsx/read-xlsx.ts';

/** A register read by its mapping: every row an item to import, or refused with its reason. */
export type Register = {
  readonly registerName: string;
  readonly fileName: string;
  /** `sha256:<hex>` of the bytes. */
  readonly fileDigest: string;
  readonly mappingDigest: string;
  readonly encoding: string;
  /** The sheet of a workbook that was read, null of a text file; and those that its program does not show. */
  readonly sheet: string | null;
  readonly hiddenSheets: readonly string[];
  readonly opening: Mapping['opening'];
  readonly rows: readonly RegisterRow[];
};

export const LARGEST_FILE_BYTES = 67_108_864;
const MOST_ROWS = 200_000;

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');

/** By content where it speaks for itself, else by name: an .xlsx called .csv is read as what it is. */
const sheetOf = async (bytes: Buffer, fileName: string, mapping: Mapping): Promise<Sheet> => {
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return readXlsx(bytes, mapping.sheet, mapping.headerRow);
  const other = otherKind(bytes);
  if (other !== null) throw new FileRefused([other]);
  const extension = extname(fileName).toLowerCase();
  if (['.csv', '.txt'].includes(extension)) return readCsv(bytes, mapping.headerRow);
  throw new FileRefused([
    fileFault(extension === '.xlsx' ? 'file.damaged' : 'file.kind-unknown', { found: fileName }),
  ]);
};

const refuseMissingColumns = ({ header }: Sheet, mapping: Mapping): void => {
  refuseFile(
    columnsOf(mapping)
      .filter((column) => !header.includes(column))
      .map((column) => fileFault('file.column-missing', { line: mapping.headerRow, column })),
  );
};

/**
 * Reads a whole register. What it says of days after `today` (`yyyy-MM-dd`) has not happened yet. A file that cannot be trusted is refused whole, before anything is decided.
 * @throws FileRefused with every fault found
 */
export const readRegister = async (
  bytes: Buffer,
  fileName: string,
  mapping: Mapping,
  today: string,
): Promise<Register> => {
  if (bytes.length > LARGEST_FILE_BYTES)
    throw new FileRefused([
      fileFault('file.too-large', { found: `${bytes.length} > ${LARGEST_FILE_BYTES}` }),
    ]);
  const sheet = await sheetOf(bytes, fileName, mapping);
  refuseMissingColumns(sheet, mapping);
  if (sheet.rows.length > MOST_ROWS)
    throw new FileRefused([fileFault('file.too-large', { found: `${sheet.rows.length} rows` })]);
  const read = rowReader(sheet, mapping, today);
  return {
    registerName: mapping.register,
    fileName,
    fileDigest: `sha256:${hash('sha256', bytes)}`,
    mappingDigest: mapping.digest,
    encoding: sheet.encoding,
    sheet: sheet.name,
    hiddenSheets: sheet.hiddenSheets,
    opening: mapping.opening,
    rows: refuseDoubles(
      sheet.rows.map((raw) => ({ raw, read: read(raw) })),
      sheet,
      mapping,
    ),
  };
};
