import { xlsxText } from '../export/register/xlsx-text.ts';

/** What a report file shows of one row. */
export type ReportTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** UTF-8 with BOM, CRLF and harmless formulas: what opens right in Excel and WPS (C42). */
export const csvReport = async ({ columns, rows }: ReportTable): Promise<Buffer> => {
  const { stringify } = await import('csv-stringify/sync');
  return Buffer.from(
    stringify([[...columns], ...rows.map((row) => [...row])], {
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
      // The library quotes its own line break only, and every other one would tear the row apart.
      quoted_match: /[\r\n]/,
    }),
  );
};

/** Texts stay texts: a cell that starts with = is no formula here. */
export const xlsxReport = async ({ columns, rows }: ReportTable): Promise<Buffer> => {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Duban');
  sheet.addRow([...columns]).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? xlsxText(cell) : cell)));
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
