import { describe, expect, it } from '@jest/globals';
import { refusedFor } from '../refused.fixture.ts';
import { readXlsx } from './read-xlsx.ts';
import { workbookOf } from './workbook.fixture.ts';

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));

describe('a workbook', () => {
  it('gives the plain date of a serial, also where the day has a time (C37)', async () => {
    const almostMidnight = new Date(Date.UTC(2021, 7, 23, 23, 59, 17));
    const bytes = await workbookOf({
      a: [
        ['no', 'made'],
        ['1', day(2021, 8, 23)],
        ['2', almostMidnight],
      ],
    });
    const { rows } = readXlsx(bytes, undefined, 1);
    expect(rows.map(({ cells }) => cells[1]?.date)).toEqual(['2021-08-23', '2021-08-23']);
  });

  it('gives what a person reads: rich text, links, results of formulas, numbers', async () => {
    const rich = { richText: [{ text: 'a' }, { text: 'b' }] };
    const link = { text: 'site', hyperlink: 'https://example.cn' };
    const bytes = await workbookOf({
      a: [
        ['a', 'b', 'c', 'd', 'e'],
        [rich, link, { formula: 'A1', result: 7 }, 12, true],
      ],
    });
    const { rows } = readXlsx(bytes, 'a', 1);
    expect(rows[0]?.cells.map((cell) => cell?.text)).toEqual(['ab', 'site', '7', '12', 'TRUE']);
  });

  it('cleans escaped carriage returns and leaves rows without content out', async () => {
    const bytes = await workbookOf({
      a: [
        ['no', 'text'],
        ['1', 'a_x000D_\nb'],
        [' ', null],
        ['3', 'c'],
      ],
    });
    const { rows } = readXlsx(bytes, 1, 1);
    expect(rows.map(({ row, cells }) => [row, cells[1]?.text])).toEqual([
      [2, 'a\nb'],
      [4, 'c'],
    ]);
  });

  it('is read from the sheet that is asked for', async () => {
    const bytes = await workbookOf({ one: [['x'], ['1']], two: [['y'], ['2']] });
    expect(readXlsx(bytes, 'two', 1).header).toEqual(['y']);
    expect(readXlsx(bytes, 2, 1).header).toEqual(['y']);
    expect(await refusedFor(() => readXlsx(bytes, 'three', 1))).toEqual(['file.sheet-missing']);
  });

  it('is refused with two columns of one name', async () => {
    const bytes = await workbookOf({
      a: [
        ['no', 'no'],
        ['1', '2'],
      ],
    });
    expect(await refusedFor(() => readXlsx(bytes, 1, 1))).toEqual(['file.header-doubled@1:no']);
  });
});
