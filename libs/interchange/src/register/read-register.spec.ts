import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readMapping } from '../mapping/read-mapping.ts';
import { refusedFor } from '../refused.fixture.ts';
import { isRefusedRow, type ItemRow } from '../rows/register-row.ts';
import { readRegister, type Register } from './read-register.ts';
import { underPseudonyms } from './under-pseudonyms.ts';

const TODAY = '2026-03-05';
const samples = new URL('../../samples/', import.meta.url);
const bytesOf = (name: string): Buffer => readFileSync(new URL(name, samples));
const mappingFile = JSON.parse(bytesOf('register.json').toString('utf8')) as Record<string, unknown>;
const mapping = (change: object = {}) => readMapping(JSON.stringify({ ...mappingFile, ...change }));
const sample = (name: string, change: object = {}): Promise<Register> =>
  readRegister(bytesOf(name), name, mapping(change), TODAY);
const csv = (text: string, change: object = {}): Promise<Register> =>
  readRegister(Buffer.from(text), 'a.csv', mapping(change), TODAY);

const items = ({ rows }: Register): readonly ItemRow[] =>
  rows.filter((row): row is ItemRow => !isRefusedRow(row));
const refusals = ({ rows }: Register): readonly string[] =>
  rows.filter(isRefusedRow).map(({ row, code, detail }) => `${row} ${code} ${detail}`);

const HEADER = '编号,标题,问题,承办单位,类别,状态,交办日期,办结期限,办结日期,办理情况';

describe('a register with a character that cannot be kept', () => {
  it('is taken but for that row, which is refused with its column and the place of the character', async () => {
    const line = (number: string, title: string): string =>
      `${number},${title},问题,市住建委,民生,整改中,2024-03-01,2026-12-31,,在办`;
    const register = await csv(`${HEADER}\n${line('F-1', '题\uFFFE目')}\n${line('F-2', '题目')}\n`);
    expect(refusals(register)).toEqual(['2 row.forbidden-character 标题: U+FFFE，第 2 个字符 / character 2']);
    expect(items(register).map(({ number }) => number)).toEqual(['F-2']);
  });

  it.each(['\u202E', '\u2400erased', '\u2028'])('of %j is refused too', async (character) => {
    const register = await csv(
      `${HEADER}\nF-1,题,问${character}题,市住建委,民生,整改中,2024-03-01,2026-12-31,,在办\n`,
    );
    expect(refusals(register)).toEqual([
      expect.stringMatching(/^2 row\.forbidden-character 问题: U\+2/) as unknown,
    ]);
  });
});

describe('the sample register', () => {
  it('says the same as .xlsx and as .csv', async () => {
    const [xlsx, text] = [await sample('register.xlsx'), await sample('register.csv')];
    expect(xlsx.rows).toEqual(text.rows);
    expect([xlsx.encoding, text.encoding]).toEqual(['xlsx', 'utf-8']);
  });

  it('gives every row its place in the loop, its dates and its other facts', async () => {
    const [first, second] = items(await sample('register.xlsx'));
    expect(first).toMatchObject({
      row: 2,
      number: '2024-001',
      facts: { stage: 'RECTIFYING', madeOn: '2024-03-01', dueOn: '2026-12-31', closedOn: null },
    });
    expect(second?.facts).toMatchObject({
      text: '滨江路\n三段路灯长期不亮。',
      stage: 'CLOSED',
      disposition: 'resolved',
      otherFacts: { 备注: '=SUM(1)' },
    });
  });

  it('refuses the second of two rows with one number, and says in what they differ', async () => {
    expect(refusals(await sample('register.csv'))).toEqual([
      '5 row.doubled 先见于第 3 行 / first in row 3; 内容不同的列 / differs in: 状态, 办结日期',
      '10 row.status-unknown 进行中',
    ]);
  });

  it('warns of what is missing', async () => {
    const warned = items(await sample('register.csv')).filter(({ facts }) => facts.warnings.length > 0);
    expect(warned.map(({ number, facts }) => [number, facts.warnings])).toEqual([
      ['2024-004', ['organ-missing']],
      ['2024-005', ['made-on-missing']],
      ['2024-006', ['closed-without-date']],
    ]);
  });
});

describe('rules of a mapping', () => {
  it('may refuse what is missing', async () => {
    const register = await sample('register.csv', { rules: { 'organ-missing': 'refuse' } });
    expect(refusals(register)).toContain('6 row.organ-missing 2024-004');
  });

  it('may take doubles as items of their own', async () => {
    const register = await sample('register.csv', { rules: { doubled: 'warn' } });
    const doubles = items(register).filter(({ number }) => number === '2024-002');
    expect(new Set(doubles.map(({ identity }) => identity)).size).toBe(2);
    expect(doubles.map(({ facts }) => facts.warnings)).toEqual([[], ['doubled']]);
  });

  it('tell rows apart by year and number together', async () => {
    const text = `${HEADER},年度\n1,a,a,x,,整改中,2024-01-02,,,,2023\n1,a,a,x,,整改中,2024-01-02,,,,2024\n`;
    expect(refusals(await csv(text))).toHaveLength(1);
    expect(refusals(await csv(text, { identity: ['年度', '编号'] }))).toEqual([]);
  });
});

describe('a row', () => {
  it('is refused for a date that is none, and named with it', async () => {
    const register = await csv(`${HEADER}\n1,a,a,x,,整改中,2024-02-30,,,\n`);
    expect(refusals(register)).toEqual(['2 row.date-unreadable 交办日期: 2024-02-30']);
  });

  it('is refused without a number', async () => {
    expect(refusals(await csv(`${HEADER}\n,a,a,x,,整改中,,,,\n`))).toEqual(['2 row.number-missing 编号']);
  });

  it('is the same to a double whatever became of the first', async () => {
    const register = await csv(`${HEADER}\n1,a,a,x,,整改中,2024-01-02,,,\n1,a,a,x,,整改中,2024-01-02,,,\n`);
    expect(refusals(register)).toEqual([
      '3 row.doubled 先见于第 2 行 / first in row 2; 内容相同 / same content',
    ]);
  });
});

describe('people', () => {
  const text = `${HEADER},提出人\n1,a,a,x,,整改中,2024-01-02,,,,张三、李四等3人\n`;
  const fields = { ...(mappingFile['fields'] as object), proposers: '提出人' };

  it('never enter by name', async () => {
    const [row] = items(await csv(text, { fields }));
    expect(row?.facts.proposers).toEqual([]);
    expect(JSON.stringify(row?.facts)).not.toContain('张三');
  });

  it('get the ids of the installation, beside those by which an earlier release knew them', async () => {
    const given: string[] = [];
    const nameless = underPseudonyms(await csv(text, { fields }), (register, name) => {
      given.push(`${register} ${name}`);
      return `person:${String(given.length)}`;
    });
    expect(given).toEqual([`${nameless.registerName} 张三`, `${nameless.registerName} 李四`]);
    expect(nameless.rows).toMatchObject([
      {
        facts: { proposers: ['person:1', 'person:2'] },
        formerProposers: [
          expect.stringMatching(/^person:[0-9a-f]{24}$/),
          expect.stringMatching(/^person:[0-9a-f]{24}$/),
        ],
      },
    ]);
    expect(JSON.stringify(nameless.rows)).not.toContain('张三');
  });

  it.each([
    ['identity', { identity: ['编号', '提出人'] }],
    ['title', { fields: { ...fields, title: '提出人' } }],
  ])('cannot be part of the %s, where their names would stand or could be guessed', async (_, change) => {
    expect(await refusedFor(() => mapping({ fields, ...change }))).toEqual([
      expect.stringMatching(/^mapping\.invalid/),
    ]);
  });

  it('keep identifiers that a register uses itself', async () => {
    const [row] = items(await csv(text, { fields, proposers: { are: 'identifiers' } }));
    expect(row?.facts.proposers).toEqual(['person:张三', 'person:李四']);
    expect(row?.facts.otherFacts).toEqual({ 提出人: '张三、李四等3人' });
  });
});

describe('a file', () => {
  it('is known by what is in it, not by its name', async () => {
    const register = await readRegister(bytesOf('register.xlsx'), 'register.csv', mapping(), TODAY);
    expect(register.encoding).toBe('xlsx');
  });

  it('is refused when it is of no known kind, damaged or without a column that is needed', async () => {
    const refused = (bytes: Buffer, name: string) =>
      refusedFor(() => readRegister(bytes, name, mapping(), TODAY));
    expect(await refused(Buffer.from('%PDF'), 'a.pdf')).toEqual(['file.kind-unknown']);
    expect(await refused(Buffer.from('no zip'), 'a.xlsx')).toEqual(['file.damaged']);
    expect(await refused(bytesOf('register.xlsx').subarray(0, 3000), 'a.xlsx')).toEqual(['file.damaged']);
    const without = `${HEADER.replace(',办理情况', '')}\n`;
    expect(await refused(Buffer.from(without), 'a.csv')).toEqual(['file.column-missing@1:办理情况']);
  });
});

describe('dates that no register can mean', () => {
  const row = (
    number: string,
    [made, due, closed]: readonly [string, string, string],
    title = '题',
  ): string => `${number},${title},${title},市住建委,民生,已销号,${made},${due},${closed},\n`;
  const rules = (verdict: string) => ({
    rules: {
      'made-in-future': verdict,
      'closed-in-future': verdict,
      'closed-before-made': verdict,
      'due-before-made': verdict,
      'title-missing': verdict,
    },
  });
  const statuses = { 已销号: { stage: 'CLOSED', disposition: 'resolved' } };
  const file =
    `${HEADER}\n` +
    row('R1', ['2025-03-02', '2025-06-01', '2024-05-20']) +
    row('R2', ['2025-03-02', '2025-06-01', '2062-05-20']) +
    row('R3', ['2026-03-06', '2026-06-01', '']) +
    row('R4', ['2025-03-02', '2025-06-01', '2025-05-20'], '') +
    row('R5', ['2025-03-02', '2025-03-01', '2026-03-05']);

  it('are refused, or warned of, as their rules say, in a sentence with columns and days', async () => {
    const register = await csv(file, { statuses });
    expect(refusals(register)).toEqual([
      '2 row.closed-before-made 办结日期 2024-05-20 早于 交办日期 2025-03-02 / is before it',
      '3 row.closed-in-future 办结日期 2062-05-20 晚于今天 2026-03-05 / is after today',
      '4 row.made-in-future 交办日期 2026-03-06 晚于今天 2026-03-05 / is after today',
    ]);
    expect(items(register).map(({ number, facts }) => [number, facts.warnings])).toEqual([
      ['R4', ['title-missing']],
      ['R5', ['due-before-made']],
    ]);
  });

  it.each([
    ['warn', 5],
    ['accept', 0],
  ])('come in where the office says %s', async (verdict, warned) => {
    const read = items(await csv(file, { statuses, ...rules(verdict) }));
    expect(read).toHaveLength(5);
    expect(
      read.flatMap(({ facts }) => facts.warnings).filter((rule) => rule !== 'closed-without-date').length,
    ).toBe(warned);
  });
});
