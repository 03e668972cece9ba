import { cleanText } from '../sheet/clean-text.ts';
import { fileFault, refuseFile, type FileFault } from '../sheet/file-refused.ts';
import { columnName, headerFaults } from '../sheet/header.ts';
import type { Cell, Sheet, SheetRow } from '../sheet/sheet.ts';
import { csvRecords, type CsvRecord } from './csv-records.ts';
import { decodeText } from './decode-text.ts';

/** Of each kind: enough to mend a file by. One conflict makes hundreds of lines ragged. */
const NAMED_OF_A_KIND = 3;
const CONFLICT = /^(<{7}|={7}|>{7}|\|{7})( |$)/;

const isBlank = ({ fields }: CsvRecord): boolean => fields.every((field) => field.trim() === '');

const cellOf = (field: string): Cell | null => {
  const text = cleanText(field);
  return text === '' ? null : { text, date: null };
};

const sameNames = (fields: readonly string[], header: readonly string[]): boolean =>
  fields.length === header.length && fields.every((field, at) => columnName(field) === header[at]);

/** What is wrong with one record, given the header where there is one. */
const recordFaults = ({ fields, line }: CsvRecord, header: readonly string[]): readonly FileFault[] => {
  if (sameNames(fields, header)) return [fileFault('file.header-repeated', { line })];
  return fields.length === header.length
    ? []
    : [fileFault('file.columns-ragged', { line, found: `${fields.length} ≠ ${header.length}` })];
};

type Reading = { header: readonly string[] | null; readonly rows: SheetRow[]; readonly faults: FileFault[] };

const note = ({ faults }: Reading, found: readonly FileFault[]): void => {
  for (const fault of found) {
    const named = faults.filter(({ code }) => code === fault.code).length;
    if (named < NAMED_OF_A_KIND) faults.push(fault);
  }
};

const readOn = (reading: Reading, record: CsvRecord, headerRow: number): void => {
  const { fields, line, row } = record;
  if (CONFLICT.test(fields[0] ?? '')) {
    note(reading, [fileFault('file.merge-conflict', { line, found: fields.join(',') })]);
  } else if (reading.header === null) {
    if (row < headerRow) return;
    reading.header = fields.map(columnName);
    note(reading, headerFaults(reading.header, line));
  } else {
    note(reading, recordFaults(record, reading.header));
    reading.rows.push({ row, cells: fields.map(cellOf), doubts: [], hidden: false });
  }
};

/** What only workbooks have. */
const OF_TEXT = { dateSystem: 1900, name: null, hiddenSheets: [] } as const;

/**
 * A comma-separated file. Whatever makes one line doubtful refuses the whole file, since nobody knows which half of it is
 * meant: conflict markers, a second header, lines with another number of columns, doubled column names.
 * @throws FileRefused with every fault found, first things first
 */
export const readCsv = async (bytes: Uint8Array, headerRow: number): Promise<Sheet> => {
  const { text, encoding } = decodeText(bytes);
  const reading: Reading = { header: null, rows: [], faults: [] };
  for await (const record of csvRecords(text.replace(/\r\n?/g, '\n'))) {
    if (!isBlank(record)) readOn(reading, record, headerRow);
  }
  refuseFile(reading.faults);
  if (reading.header === null) refuseFile([fileFault('file.empty')]);
  return { header: reading.header ?? [], rows: reading.rows, encoding, ...OF_TEXT };
};
