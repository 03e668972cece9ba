import { describe, expect, it } from '@jest/globals';
import type { SheetRow } from '../sheet/sheet.ts';
import { producedWorkbook, type Made, type Producer } from './producer.fixture.ts';
import { readXlsx } from './read-xlsx.ts';

/** Every way in which the same sheet can be written. */
const producers = (['', 'x:'] as const).flatMap((prefix) =>
  [false, true].flatMap((strict) =>
    (['shared', 'inline', 'str', 'runs'] as const).flatMap((texts) =>
      [true, false].flatMap((placed) =>
        (['usual', 'other'] as const).map((parts): Producer => ({ prefix, strict, texts, placed, parts })),
      ),
    ),
  ),
);

const systems = [
  { date1904: null, shift: 0 },
  { date1904: 'false', shift: 0 },
  { date1904: '1', shift: 1462 },
  { date1904: 'true', shift: 1462 },
] as const;

/** Format, serial in the 1900 system, what a person reads, the day. */
const dates: readonly (readonly [string | number, number, string, string | null])[] = [
  [14, 46_083, '2026-03-02', '2026-03-02'],
  [22, 46_083.656_25, '2026-03-02 15:45', '2026-03-02'],
  [27, 46_083, '2026-03-02', '2026-03-02'],
  [31, 46_083, '2026-03-02', '2026-03-02'],
  [36, 46_083, '2026-03-02', '2026-03-02'],
  [50, 46_083, '2026-03-02', '2026-03-02'],
  [57, 46_083, '2026-03-02', '2026-03-02'],
  [58, 46_083, '2026-03-02', '2026-03-02'],
  ['yyyy-mm-dd', 46_083.999_988_43, '2026-03-02', '2026-03-02'],
  ['yyyy-mm-dd hh:mm:ss', 46_083.999_988_43, '2026-03-02 23:59:59', '2026-03-02'],
  ['yyyy-mm-dd hh:mm:ss', 46_083, '2026-03-02', '2026-03-02'],
  ['[$-804]yyyy"年"m"月"d"日";@', 46_083, '2026-03-02', '2026-03-02'],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 46_083, '2026-03-02', '2026-03-02'],
  ['yyyy年m月d日', 46_083, '2026-03-02', '2026-03-02'],
  ['yyyy.mm.dd', 46_083, '2026-03-02', '2026-03-02'],
  ['e-mm-dd', 46_083, '2026-03-02', '2026-03-02'],
  ['[$-804]aaaa', 46_083, '2026-03-02', '2026-03-02'],
  ['yyyy-mm-dd;;', 46_083, '2026-03-02', '2026-03-02'],
];

/** Format, value and what a person reads, the same in both systems. */
const others: readonly (readonly [string | number, number, string])[] = [
  [20, 0.395_833_333_333_333_3, '09:30'],
  [32, 0.395_833_333_333_333_3, '09:30'],
  [34, 0.395_833_333_333_333_3, '09:30'],
  [46, 1.5, '36:00'],
  ['h:mm AM/PM', 0.75, '18:00'],
  ['上午/下午h"时"mm"分"', 0.75, '18:00'],
  ['yyyy-mm-dd h:mm', 0.5, '12:00'],
  ['0.00\\m', 12.5, '12.5'],
  ['0.0\\d', 12.5, '12.5'],
  ['0_d', 12, '12'],
  ['0.00"秒"', 12.5, '12.5'],
  ['0.00E+00', 12_500, '12500'],
  ['#,##0.00', 12_500.5, '12500.5'],
  ['0%', 0.07, '7%'],
  ['0.00%', 0.123_456, '12.3456%'],
  ['"督〔2026〕"0"号"', 1, '督〔2026〕1号'],
  ['"督〔2026〕"000"号"', 12, '督〔2026〕012号'],
  ['0000', 7, '0007'],
  ['0000-00-00', 20_260_302, '2026-03-02'],
  ['General"号"', 3, '3号'],
  ['G/通用格式', 3.5, '3.5'],
  [0, 0.1, '0.1'],
  ['0;-0;"无"', 0, '无'],
  ['[>=100]"多";[<10]"少";0', 5, '少'],
];

const header = ['编号', '值', '说明'];

const cellsOf = (rows: readonly SheetRow[]) => rows.map(({ cells }) => cells[1]);

describe.each(producers)('a workbook with %j', (producer) => {
  it.each(systems)('shows the dates that its program shows, by $date1904', ({ date1904, shift }) => {
    const rows = dates.map(([format, serial], at): readonly Made[] => [
      `${at}`,
      { number: serial - shift, format },
      'A & <b>',
    ]);
    const read = readXlsx(producedWorkbook([{ rows: [header, ...rows] }], { ...producer, date1904 }), 1, 1);
    expect(read.header).toEqual(header);
    expect(cellsOf(read.rows)).toEqual(dates.map(([, , text, date]) => ({ text, date })));
    expect(read.rows.map(({ cells }) => [cells[0]?.text, cells[2]?.text])).toEqual(
      dates.map((_, at) => [`${at}`, 'A & <b>']),
    );
  });

  it('shows its times of day and numbers', () => {
    const rows = others.map(([format, number], at): readonly Made[] => [`${at}`, { number, format }, null]);
    const read = readXlsx(producedWorkbook([{ rows: [header, ...rows] }], producer), 1, 1);
    expect(cellsOf(read.rows)).toEqual(others.map(([, , text]) => ({ text, date: null })));
  });

  it('gives every row the value of a cell that is merged over it', () => {
    const rows: readonly (readonly Made[])[] = [
      header,
      ['1', { number: 46_083, format: 31 }, 'a'],
      ['2', null, 'b'],
      ['3', null, 'c'],
      ['4', { number: 46_174, format: 14 }, 'd'],
    ];
    const read = readXlsx(producedWorkbook([{ rows, merges: ['B2:B4'] }], producer), 1, 1);
    expect(cellsOf(read.rows).map((cell) => cell?.date)).toEqual([
      ...['2026-03-02', '2026-03-02', '2026-03-02'],
      '2026-06-01',
    ]);
    expect(read.rows.map(({ doubts }) => doubts.map(({ kind, at }) => [kind, at]))).toEqual([
      [],
      [['merged-down', 1]],
      [['merged-down', 1]],
      [],
    ]);
  });
});
