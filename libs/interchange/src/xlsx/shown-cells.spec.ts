import { describe, expect, it } from '@jest/globals';
import { refusedFor } from '../refused.fixture.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { producedWorkbook, type Made, type MadeSheet, type Producer } from './producer.fixture.ts';
import { readXlsx } from './read-xlsx.ts';

const HEADER = ['编号', '值'];

const readSheet = (sheet: MadeSheet, producer?: Producer): Sheet =>
  readXlsx(producedWorkbook([sheet], producer), undefined, 1);
const readCells = (cells: readonly Made[], producer?: Producer) =>
  readSheet({ rows: [HEADER, ...cells.map((cell, at) => [`${at}`, cell])] }, producer).rows.map((row) => ({
    text: row.cells[1]?.text ?? null,
    date: row.cells[1]?.date ?? null,
    doubt: row.doubts[0]?.kind ?? null,
  }));

describe('a date cell at the edge of the calendar', () => {
  const dated = (number: number): Made => ({ number, format: 14 });

  it('of nothing shows what its program shows, and is doubtful', () => {
    expect(readCells([dated(0)])).toEqual([{ text: '1900-01-00', date: null, doubt: 'zero-date' }]);
    expect(readCells([dated(0)], { date1904: '1' })).toEqual([
      { text: '1904-01-01', date: '1904-01-01', doubt: 'zero-date' },
    ]);
  });

  it('before March 1900 is the day that its program shows; the day that never was is no date', () => {
    expect(
      readCells([dated(1), dated(59), dated(60), dated(61)]).map(({ text, date }) => [text, date]),
    ).toEqual([
      ['1900-01-01', '1900-01-01'],
      ['1900-02-28', '1900-02-28'],
      ['1900-02-29', null],
      ['1900-03-01', '1900-03-01'],
    ]);
  });

  it('is a number where there is no such date', () => {
    expect(readCells([dated(-5), dated(2_958_466)]).map(({ text, date }) => [text, date])).toEqual([
      ['-5', null],
      ['2958466', null],
    ]);
  });

  it('is empty where the format hides zeros', () => {
    const hidden = [
      { number: 0, format: 'yyyy-mm-dd;;;@' },
      { number: 0, format: '0;-0;;@' },
    ];
    expect(readCells(hidden)).toEqual(hidden.map(() => ({ text: null, date: null, doubt: null })));
  });
});

describe('a date cell written by ISO 8601', () => {
  const iso = (value: string, format: string | number = 14): Made => ({
    raw: ` t="d"><v>${value}</v>`,
    format,
  });

  it('is the day that is written', () => {
    const cells = ['2026-03-02', '2026-03-02T00:00:00.000', '2026-03-02T00:00:00Z', '2026-03-02T15:45:00'];
    expect(readCells(cells.map((cell) => iso(cell)))).toEqual(
      cells.map(() => ({ text: '2026-03-02', date: '2026-03-02', doubt: null })),
    );
  });

  it('keeps its time where the format shows it', () => {
    expect(readCells([iso('2026-03-02T15:45:00', 22), iso('T09:30:00', 20)]).map(({ text }) => text)).toEqual(
      ['2026-03-02 15:45', '09:30'],
    );
  });

  it('is unreadable where a time zone leaves the day open, or there is no such day', () => {
    const cells = ['2026-03-01T16:00:00Z', '2026-03-02T00:00:00+08:00', '2026-02-30', '2 March'];
    expect(readCells(cells.map((cell) => iso(cell))).map(({ doubt }) => doubt)).toEqual(
      cells.map(() => 'unreadable'),
    );
  });
});

describe('a text cell', () => {
  it('is decoded once, rare characters included', () => {
    const str = (text: string): Made => ({ raw: ` t="str"><v>${text}</v>` });
    expect(
      readCells([
        str('A&amp;amp;B &amp;lt;br&amp;gt;'),
        str('_x005F_x0041_'),
        str('_xD842__xDFB7_祥巷'),
        str('a_x000D_&#10;b'),
        { raw: ' t="inlineStr"><is><t><![CDATA[a < b & c]]></t></is>' },
      ]).map(({ text }) => text),
    ).toEqual(['A&amp;B &lt;br&gt;', '_x0041_', '𠮷祥巷', 'a\nb', 'a < b & c']);
  });

  it('leaves out how it is pronounced, and loses nothing behind it', () => {
    const pronounced: Made = {
      raw: ' t="inlineStr"><is><r><t>重庆</t></r><r><t>路</t></r><rPh sb="0" eb="2"><t>chóngqìng</t></rPh></is>',
    };
    expect(readCells([pronounced, 'b']).map(({ text }) => text)).toEqual(['重庆路', 'b']);
  });

  it('has the words of its format around it', () => {
    const made: Made = { raw: ' t="str"><v>7</v>', format: '0;0;0;"督〔2026〕"@"号"' };
    expect(readCells([made])[0]?.text).toBe('督〔2026〕7号');
  });
});

describe('a cell that says nothing', () => {
  it('is empty with an error, and told of', () => {
    expect(readCells([{ raw: ' t="e"><f>NA()</f><v>#N/A</v>' }])).toEqual([
      { text: null, date: null, doubt: 'error' },
    ]);
  });

  it('is unreadable with a formula that was never calculated, a text that is not there or a type of another time', () => {
    const cells: readonly Made[] = [
      { raw: '><f>A2</f>' },
      { raw: '><f>A2</f><v></v>' },
      { raw: ' t="s"><v>999</v>' },
      { raw: ' t="n"><v>12,5</v>' },
      { raw: ' t="future"><v>1</v>' },
    ];
    expect(readCells(cells).map(({ doubt }) => doubt)).toEqual(cells.map(() => 'unreadable'));
  });

  it('is empty with a formula whose result is an empty text', () => {
    expect(readCells([{ raw: ' t="str"><f>""</f><v></v>' }])[0]).toMatchObject({ text: null, doubt: null });
  });
});

describe('merged cells', () => {
  it('show nothing of what lies under them, and say so to the right', () => {
    const rows: readonly (readonly Made[])[] = [
      ['a', 'b', 'c'],
      ['1', 'shown', 'under'],
      ['2', 'under', null],
    ];
    const sheet = readSheet({ rows, merges: ['B2:C3'] });
    expect(sheet.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? null))).toEqual([
      ['1', 'shown', null],
      ['2', 'shown', null],
    ]);
    expect(sheet.rows.map(({ doubts }) => doubts.map(({ kind }) => kind))).toEqual([
      ['merged-across'],
      ['merged-down', 'merged-across'],
    ]);
  });

  it('that lie over each other refuse the file with their place', async () => {
    const rows: readonly (readonly Made[])[] = [HEADER, ['1', 'a'], ['2', 'b']];
    expect(await refusedFor(() => readSheet({ rows, merges: ['A2:A3', 'A3:B3'] }))).toEqual([
      'file.damaged@3:A',
    ]);
  });

  it('of a header end with it', () => {
    const rows: readonly (readonly Made[])[] = [
      ['a', 'b'],
      [null, '1'],
    ];
    expect(readSheet({ rows, merges: ['A1:A2'] }).rows[0]?.cells).toEqual([null, { text: '1', date: null }]);
  });

  it('make no row of a line that has nothing of its own', () => {
    const rows: readonly (readonly Made[])[] = [HEADER, ['1', 'a'], [null, null], ['2', 'b']];
    const sheet = readSheet({ rows, merges: ['A2:A3', 'B2:B3'] });
    expect(sheet.rows.map(({ row }) => row)).toEqual([2, 4]);
  });
});

describe('what is hidden', () => {
  it('is told of a row', () => {
    const sheet = readSheet({ rows: [HEADER, ['1', 'a'], ['2', 'b']], hiddenRows: [3] });
    expect(sheet.rows.map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  it('does not count among sheets, but is found by its name', () => {
    const bytes = producedWorkbook([
      { name: '说明', state: 'hidden', rows: [['x'], ['1']] },
      { name: '台账', rows: [['y'], ['2']] },
      { name: '旧', state: 'veryHidden', rows: [['z'], ['3']] },
    ]);
    expect([readXlsx(bytes, undefined, 1).header, readXlsx(bytes, 1, 1).header]).toEqual([['y'], ['y']]);
    expect(readXlsx(bytes, '旧', 1)).toMatchObject({
      header: ['z'],
      name: '旧',
      hiddenSheets: ['说明', '旧'],
    });
  });
});

describe('a sheet', () => {
  it('is as wide as what is filled, however far its styles reach', () => {
    const far: Made[] = [...Array.from<null>({ length: 16_383 }).fill(null), { raw: '>', format: 14 }];
    expect(readSheet({ rows: [HEADER, ['1', 'a'], far] }).header).toEqual(HEADER);
  });

  it('is refused with the place of a cell that stands nowhere or twice', async () => {
    const odd =
      (cells: string): (() => unknown) =>
      () =>
        readSheet({ rows: [HEADER, [{ raw: `></c>${cells}<c>` }]] });
    expect(await refusedFor(odd('<c r="B2"><v>1</v></c><c r="B2"><v>2</v></c>'))).toEqual([
      'file.damaged@2:B',
    ]);
    expect(await refusedFor(odd('<c r="B7"><v>1</v></c>'))).toEqual(['file.damaged@2:A']);
  });

  it('is refused where its header cannot be read', async () => {
    const rows: readonly (readonly Made[])[] = [
      ['编号', { raw: '><f>A9</f>' }],
      ['1', 'a'],
    ];
    expect(await refusedFor(() => readSheet({ rows }))).toEqual(['file.cell-unreadable@1:B']);
  });

  it('is refused with a text longer than any cell can hold', async () => {
    const long: Made = 'x'.repeat(100_001);
    expect(await refusedFor(() => readSheet({ rows: [HEADER, ['1', long]] }, { texts: 'inline' }))).toEqual([
      'file.too-large@2:B',
    ]);
  });

  it('is refused with more text than a register can have, though it is stored once', async () => {
    const rows = Array.from({ length: 1_400 }, (_, at): readonly Made[] => [
      `${at}`,
      { raw: ' t="s"><v>0</v>' },
    ]);
    const long: Made = 'x'.repeat(99_000);
    const last = Math.ceil(134_217_728 / 99_000);
    expect(await refusedFor(() => readSheet({ rows: [[long, '值'], ...rows] }))).toEqual([
      `file.too-large@${last}:B`,
    ]);
  });
});
