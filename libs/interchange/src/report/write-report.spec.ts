import { describe, expect, it } from '@jest/globals';
import { readCsv } from '../csv/read-csv.ts';
import { readXlsx } from '../xlsx/read-xlsx.ts';
import { csvReport, xlsxReport } from './write-report.ts';

const report = {
  columns: ['行', '原因'],
  rows: [[2, '=HYPERLINK("x")'], [3, 'a\nb'] as const, [4, null] as const],
};

describe('a report file', () => {
  it('opens in Excel: byte order mark, Windows line ends, harmless formulas (C42)', async () => {
    const text = (await csvReport(report)).toString('utf8');
    expect(text.startsWith('\uFEFF行,原因\r\n')).toBe(true);
    expect(text).toContain(`'=HYPERLINK`);
  });

  it('is read back by our own reader, as .csv and as .xlsx', async () => {
    const sheets = [await readCsv(await csvReport(report), 1), readXlsx(await xlsxReport(report), 1, 1)];
    for (const { header, rows } of sheets) {
      expect(header).toEqual(['行', '原因']);
      expect(rows.map(({ cells }) => cells[0]?.text)).toEqual(['2', '3', '4']);
      expect(rows[1]?.cells[1]?.text).toBe('a\nb');
    }
  });
});
