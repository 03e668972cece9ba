export type CsvCell = string | number;

/** A line feed in front of a formula works like a tab does, and the library does not know it (OWASP, CSV injection). */
const harmless = (cell: CsvCell): CsvCell =>
  typeof cell === 'string' && cell.startsWith('\n') ? `'${cell}` : cell;

export type CsvLines = (lines: readonly (readonly CsvCell[])[], more?: { readonly bom: boolean }) => string;

/**
 * Writes lines of RFC 4180, with CRLF and with formulas made harmless by an apostrophe, full-width ＝＋－＠ included (C42).
 * Loads its library when it is first wanted.
 */
export const openCsvLines = async (): Promise<CsvLines> => {
  const { stringify } = await import('csv-stringify/sync');
  return (lines, { bom } = { bom: false }) =>
    stringify(
      lines.map((line) => line.map(harmless)),
      {
        bom,
        record_delimiter: 'windows',
        escape_formulas: true,
        // The library quotes its own line break only, and every other one would tear the row apart.
        quoted_match: /[\r\n]/,
      },
    );
};
