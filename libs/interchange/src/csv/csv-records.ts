import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { fileFault, FileRefused } from '../sheet/file-refused.ts';

export type CsvRecord = {
  /** The record's place among records: what a spreadsheet program shows as its row. */
  readonly row: number;
  /** Physical line on which it begins. */
  readonly line: number;
  readonly fields: readonly string[];
};

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

const CHUNK = 65_536;
const LARGEST_RECORD = 4_194_304;

function* chunksOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK);
}

const OPTIONS = {
  info: true,
  record_delimiter: '\n',
  // Records of another length are our own finding, with the line on which they stand.
  relax_column_count: true,
  max_record_size: LARGEST_RECORD,
};

/** A quote that is never closed swallows the rest of the file: what counts is the line on which its record began. */
const lineOf = ({ code, message }: CsvError, began: number): number =>
  code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
    ? began
    : Number(/line (\d+)/.exec(message)?.[1] ?? began);

const asRefusal = (error: unknown, began: number): unknown => {
  if (!(error instanceof CsvError)) return error;
  const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'file.too-large' : 'file.quotes-broken';
  const fault = fileFault(code, { line: lineOf(error, began), found: error.code });
  return new FileRefused([fault], { cause: error });
};

/**
 * Records one by one, each with the line on which it begins. Expects `\n` as the only line break.
 * @throws FileRefused `file.quotes-broken`, `file.too-large`
 */
export async function* csvRecords(text: string): AsyncGenerator<CsvRecord> {
  // Kept while parsing: records that nobody has fetched yet are lost when the stream fails.
  let began = 1;
  const noted = (record: string[], { lines }: { readonly lines: number }): string[] => {
    began = lines + 1;
    return record;
  };
  const parser = Readable.from(chunksOf(text)).pipe(parse({ ...OPTIONS, on_record: noted }));
  let line = 1;
  let row = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      row += 1;
      yield { row, line, fields: record };
      line = info.lines + 1;
    }
  } catch (error) {
    throw asRefusal(error, began);
  }
}
