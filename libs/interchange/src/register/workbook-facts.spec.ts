import { describe, expect, it } from '@jest/globals';
import { readMapping } from '../mapping/read-mapping.ts';
import { refusedFor } from '../refused.fixture.ts';
import { isRefusedRow, type ItemRow } from '../rows/register-row.ts';
import { producedWorkbook, type Made, type MadeSheet, type Producer } from '../xlsx/producer.fixture.ts';
import { zipOf } from '../xlsx/zip.fixture.ts';
import { readRegister, type Register } from './read-register.ts';

const mapping = (change: object = {}) =>
  readMapping(
    JSON.stringify({
      version: 1,
      register: '台账',
      identity: ['编号'],
      case: { form: 'register' },
      fields: {
        ...{ number: '编号', title: '事项', text: '事项', organ: '承办单位', status: '状态' },
        ...{ madeOn: '交办日期', dueOn: '完成时限', closedOn: '销号日期' },
      },
      dates: ['yyyy-MM-dd', 'serial'],
      statuses: {
        整改中: { stage: 'RECTIFYING', disposition: null },
        已销号: { stage: 'CLOSED', disposition: 'resolved' },
      },
      ...change,
    }),
  );

const HEADER = ['编号', '事项', '承办单位', '状态', '交办日期', '完成时限', '销号日期', '备注'];
const day = (number: number, format: string | number = 14): Made => ({ number, format });
const row = (number: Made, change: Readonly<Record<string, Made>> = {}): readonly Made[] => {
  const cells: Readonly<Record<string, Made>> = {
    ...{ 编号: number, 事项: '道路积水', 承办单位: '市住建委', 状态: '整改中' },
    ...{ 交办日期: day(46_083), 完成时限: day(46_174) },
    ...change,
  };
  return HEADER.map((name) => cells[name] ?? null);
};

const read = (
  rows: readonly (readonly Made[])[],
  {
    sheet = {},
    producer = {},
    change = {},
  }: { readonly sheet?: Partial<MadeSheet>; readonly producer?: Producer; readonly change?: object } = {},
): Promise<Register> =>
  readRegister(
    producedWorkbook([{ ...sheet, rows: [HEADER, ...rows] }], producer),
    'a.xlsx',
    mapping(change),
    '2026-11-30',
  );
const told = ({ rows }: Register): readonly string[] =>
  rows.map((each) =>
    isRefusedRow(each)
      ? `${each.row} ${each.code} ${each.detail}`
      : `${each.row} ${each.facts.warnings.join()}`,
  );
const items = ({ rows }: Register): readonly ItemRow[] =>
  rows.filter((each): each is ItemRow => !isRefusedRow(each));

describe('a date that stands for nothing', () => {
  it('is read as empty, and warned of', async () => {
    const register = await read([row('1', { 完成时限: day(0), 销号日期: day(0, 'yyyy/m/d') })]);
    expect(told(register)).toEqual(['2 date-zero']);
    expect(items(register)[0]?.facts).toMatchObject({ dueOn: null, closedOn: null });
  });

  it('refuses its row where the mapping says so', async () => {
    const register = await read([row('1', { 完成时限: day(0) })], {
      change: { rules: { 'date-zero': 'refuse' } },
    });
    expect(told(register)).toEqual(['2 row.date-zero 1']);
  });

  it.each([
    ['a day of 1900', day(45)],
    ['a negative one', day(-3)],
    ['a time of day', day(0.395_833, 20)],
    ['a text of 1899', '1899-12-30'],
    ['the last day before 1949', '1948-12-31'],
    ['a plain zero', { number: 0 }],
  ])('is refused as %s, with row and column', async (_, made) => {
    const [refusal] = told(await read([row('1', { 完成时限: made })]));
    expect(refusal).toMatch(/^2 row\.date-unreadable 完成时限: /);
  });

  it('is taken from the first day of 1949 on', async () => {
    const register = await read([row('1', { 交办日期: '1949-01-01' })]);
    expect(items(register)[0]?.facts.madeOn).toBe('1949-01-01');
  });
});

describe('plain numbers that a mapping reads as dates', () => {
  it.each([
    [null, 46_083],
    ['1', 44_621],
    ['true', 44_621],
  ] as const)('count from the year of their workbook: date1904 %s', async (date1904, number) => {
    const register = await read([row('1', { 交办日期: { number }, 完成时限: null })], {
      producer: { date1904 },
    });
    expect(items(register)[0]?.facts.madeOn).toBe('2026-03-02');
  });
});

describe('cells merged over several rows', () => {
  const three = [
    row('1'),
    row('2', { 承办单位: null, 完成时限: null }),
    row('3', { 承办单位: null, 完成时限: null }),
  ];

  it('give each item their value, with a warning', async () => {
    const register = await read(three, { sheet: { merges: ['C2:C4', 'F2:F4'] } });
    expect(told(register)).toEqual(['2 ', '3 cells-merged', '4 cells-merged']);
    expect(items(register).map(({ facts }) => [facts.organ, facts.dueOn])).toEqual(
      three.map(() => ['市住建委', '2026-06-01']),
    );
  });

  it('make the lines of one item where its number is merged: all of them are refused', async () => {
    const rows = [row('1'), HEADER.map((name) => (name === '承办单位' ? '市交管局' : null)), row('2')];
    const merges = ['A2:A3', 'B2:B3', 'D2:D3'];
    expect(told(await read(rows, { sheet: { merges } }))).toEqual([
      '2 row.number-merged 编号',
      '3 row.number-merged 编号',
      '4 ',
    ]);
  });

  it('tell items apart by what is not merged of their identity', async () => {
    const register = await read([row('1', { 备注: '2026' }), row('2')], {
      sheet: { merges: ['H2:H3'] },
      change: { identity: ['备注', '编号'] },
    });
    expect(items(register).map(({ number }) => number)).toEqual(['1', '2']);
  });

  it('belong to their first column only, with a warning', async () => {
    const register = await read([row('1', { 销号日期: null })], { sheet: { merges: ['F2:G2'] } });
    expect(told(register)).toEqual(['2 cells-merged-across']);
    expect(items(register)[0]?.facts).toMatchObject({ dueOn: '2026-06-01', closedOn: null });
  });
});

describe('cells that hold no fact', () => {
  it('are missing as errors, with a warning', async () => {
    const register = await read([row('1', { 承办单位: { raw: ' t="e"><v>#N/A</v>' } })]);
    expect(told(register)).toEqual(['2 organ-missing,cell-error']);
    expect(items(register)[0]?.facts.organ).toBeNull();
  });

  it('refuse their row, with its column, where a formula has no result', async () => {
    const register = await read([row('1', { 事项: { raw: '><f>B9</f>' } }), row('2')]);
    expect(told(register)).toEqual(['2 row.cell-unreadable 事项: = ?', '3 ']);
  });
});

describe('what the sheet shows', () => {
  it('is the number of an item', async () => {
    const register = await read([row({ number: 1, format: '"督〔2026〕"0"号"' })]);
    expect(items(register)[0]).toMatchObject({ number: '督〔2026〕1号', identity: '督〔2026〕1号' });
  });

  it('is a time of day, and a moment with its time', async () => {
    const at = (备注: Made): Promise<Register> => read([row('1', { 备注 })]);
    const noted = async (made: Made) => items(await at(made))[0]?.facts.otherFacts['备注'];
    expect(await noted(day(0.395_833_333_3, 20))).toBe('09:30');
    expect(await noted(day(46_083.656_25, 22))).toBe('2026-03-02 15:45');
    expect(await noted(day(0))).toBe('1900-01-00');
  });

  it('leaves out hidden rows, which are taken with a warning', async () => {
    expect(told(await read([row('1'), row('2')], { sheet: { hiddenRows: [3] } }))).toEqual([
      '2 ',
      '3 hidden',
    ]);
  });
});

describe('a file of another kind', () => {
  const compound = (stream: string): Buffer =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(`${stream}\0`, 'utf16le'),
    ]);
  const refusal = (bytes: Buffer, name = 'a.xlsx') =>
    refusedFor(() => readRegister(bytes, name, mapping(), '2026-11-30'));

  it('is told as what it is, whatever it is called', async () => {
    expect(await refusal(compound('EncryptedPackage'))).toEqual(['file.encrypted']);
    expect(await refusal(compound('Workbook'))).toEqual(['file.old-workbook']);
    expect(await refusal(compound('Workbook'), 'a.xls')).toEqual(['file.old-workbook']);
    expect(await refusal(compound('WordDocument'), 'a.doc')).toEqual(['file.kind-unknown']);
  });

  it('is no workbook as another archive, an OpenDocument or a text of Word', async () => {
    const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relationship}" Target="word/document.xml"/></Relationships>`;
    const word = zipOf({ '_rels/.rels': rels, 'word/document.xml': '<document xmlns="urn:word"/>' });
    const open = zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' });
    for (const bytes of [word, open, zipOf({ a: 'a' })])
      expect(await refusal(bytes)).toEqual(['file.kind-unknown']);
  });
});
