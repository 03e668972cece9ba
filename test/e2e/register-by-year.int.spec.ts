import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { openReadStore, type ReadStore } from '@duban/read-store';
import ExcelJS from 'exceljs';
import { describeWith } from '../setup/describe-with.ts';
import { dataFolder, needsReal, realFile, shippedMapping, type DataFolder } from './duban.ts';

const FILE = 'nz-safety-recommendations/register.xlsx';
const ENDED = /^(Closed|Withdrawn)/;
const COLUMN = { number: 1, status: 5, made: 6, closed: 7 } as const;

type Row = { readonly made: string | null; readonly closed: string | null; readonly ended: boolean };

/** Read afresh, with nothing of the importer: the first row of every number, dates as the sheet's serials say. */
const rowsOfSheet = async (): Promise<readonly Row[]> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(realFile(FILE));
  const rows = new Map<string, Row>();
  book.worksheets[0]?.eachRow((row, index) => {
    const text = (column: number): string => row.getCell(column).text.trim();
    const day = (column: number): string | null => {
      const { value } = row.getCell(column);
      return value instanceof Date || Object.prototype.toString.call(value) === '[object Date]'
        ? (value as Date).toISOString().slice(0, 10)
        : null;
    };
    const number = text(COLUMN.number);
    if (index === 1 || number === '' || rows.has(number)) return;
    rows.set(number, {
      made: day(COLUMN.made),
      closed: day(COLUMN.closed),
      ended: ENDED.test(text(COLUMN.status)),
    });
  });
  return [...rows.values()];
};

/**
 * What the sheet says of 31 December: an item is on the register from the day it was made (from its closing where that is
 * all that is known), and ended from its closing date. Ended without a date: since ever as far as the sheet knows.
 */
const countedFromSheet = (rows: readonly Row[], lastDay: string) => {
  const there = rows.filter(({ made, closed }) => {
    const from = made ?? closed;
    return from !== null && from <= lastDay;
  });
  const ended = there.filter((row) => row.ended && (row.closed === null || row.closed <= lastDay));
  return { total: there.length, ended: ended.length };
};

let data: DataFolder;
let read: ReadStore;
let close: () => Promise<void>;

describeWith(needsReal(FILE), 'the register as it stood at the end of every year', () => {
  beforeAll(async () => {
    data = await dataFolder();
    const mapping = shippedMapping('nz-safety-recommendations');
    expect((await data.duban(['import', realFile(FILE), '--mapping', mapping])).code).toBe(0);
    expect((await data.duban(['rebuild'])).code).toBe(0);
    const reader = await openSqliteStore({ file: data.logFile, readOnly: true });
    read = openReadStore({ dir: join(data.env.DUBAN_DATA, 'read-models'), reader });
    close = () => reader.close();
  }, 60_000);

  afterAll(async () => {
    read.close();
    await close();
    await data.remove();
  });

  it('counts in 1990 to 2024 what the spreadsheet itself says', async () => {
    const rows = await rowsOfSheet();
    const years = Array.from({ length: 35 }, (_, n) => 1990 + n);
    const asked = await Promise.all(
      years.map(async (year) => {
        const today = `${year}-12-31`;
        const moment = { asOf: `${today}T23:59:59+08:00`, by: 'occurred', today } as const;
        const { total, groups } = await read.boardCounts({ ...moment, groupBy: 'stage' });
        const running = new Set(['RECTIFYING', 'SUBMITTED']);
        const open = groups
          .filter(({ key }) => running.has(key ?? ''))
          .reduce((sum, { count }) => sum + count, 0);
        return { year, total, ended: total - open };
      }),
    );
    expect(asked).toEqual(years.map((year) => ({ year, ...countedFromSheet(rows, `${year}-12-31`) })));
    expect(asked.at(-1)?.total).toBeGreaterThan(2000);
    expect(new Set(asked.map(({ ended }) => ended)).size).toBeGreaterThan(20);
  }, 60_000);
});
