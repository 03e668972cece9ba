import { describe, expect, it } from '@jest/globals';
import { forbiddenCharacter } from '@duban/contracts';
import { dispositionTexts, stageTexts } from '@duban/domain/texts';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readCsv } from '../../csv/read-csv.ts';
import { readMapping } from '../../mapping/read-mapping.ts';
import { readRegister } from '../../register/read-register.ts';
import { isRefusedRow } from '../../rows/register-row.ts';
import { cleanText } from '../../sheet/clean-text.ts';
import { readXlsx } from '../../xlsx/read-xlsx.ts';
import { textOf } from '../golden-log.fixture.ts';
import { boardColumns } from './board-columns.ts';
import { csvRegister } from './csv-register.ts';
import type { RegisterRow } from './register-column.ts';
import { registerMapping } from './register-mapping.ts';
import { xlsxRegister } from './xlsx-register.ts';

const zh = { language: 'zh' } as const;

const row = (change: RegisterRow = {}): RegisterRow => ({
  ...{ case_id: 'c1', case_no: '督〔2026〕1号', item_id: 'i1', item_no: '1', title: '电梯加装' },
  ...{ category: 'problem', form: 'work-report', topic: '物业', stage: 'RECTIFYING', disposition: null },
  ...{ leads: '|housing|traffic|', co_organs: '', opened_on: '2026-03-05', due: '2026-06-05', cycle: 1 },
  ...{ imported: 0, percent: 40 },
  ...change,
});

const csvOf = (rows: readonly RegisterRow[]): Promise<string> => textOf(csvRegister(rows, boardColumns, zh));
const xlsxOf = (rows: readonly RegisterRow[]): Promise<Buffer> => xlsxRegister(rows, boardColumns, zh);
const TITLE = boardColumns.findIndex(({ key }) => key === 'title');

describe('a register as .csv', () => {
  it('opens right in Excel and WPS: byte order mark, CRLF, words instead of codes', async () => {
    const text = await csvOf([row()]);
    expect(text.startsWith('\uFEFF案件编号,案号,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('整改中');
    expect(text).toContain('housing、traffic');
    expect(text).toContain('2026-03-05');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1'])(
    'makes %j harmless',
    async (title) => {
      const { rows } = await readCsv(Buffer.from(await csvOf([row({ title })])), 1);
      expect(rows[0]?.cells[TITLE]?.text).toBe(`'${cleanText(`x${title}`).slice(1)}`);
    },
  );

  it('shows organs by the names that the asker may see', async () => {
    const named = csvRegister([row()], boardColumns, { language: 'en', nameOf: (id) => `Bureau of ${id}` });
    expect(await textOf(named)).toContain('Bureau of housing; Bureau of traffic');
  });

  it('is written in portions, each row once', async () => {
    const rows = Array.from({ length: 1_300 }, (_, n) => row({ item_id: `i${n}` }));
    const read = await readCsv(Buffer.from(await csvOf(rows)), 1);
    expect(read.rows.map(({ cells }) => cells[2]?.text)).toEqual(rows.map(({ item_id: id }) => id));
  });
});

describe('a register as .xlsx', () => {
  it('keeps texts texts and dates dates', async () => {
    const { header, rows } = readXlsx(await xlsxOf([row({ title: '=1+1' })]), 1, 1);
    const cell = (key: string) => rows[0]?.cells[boardColumns.findIndex((column) => column.key === key)];
    expect(header).toEqual(boardColumns.map(({ label }) => label.zh));
    expect(cell('title')).toEqual({ text: '=1+1', date: null });
    expect(cell('opened_on')).toEqual({ text: '2026-03-05', date: '2026-03-05' });
    expect(cell('percent')?.text).toBe('40');
  });

  it.each([
    ['题\uFFFE目', '题\uFFFD目'],
    ['竖\u000B排', '竖\uFFFD排'],
    ['half\uD800', 'half\uFFFD'],
    ['case_x0041_1', 'case_x0041_1'],
    ['_x005F_', '_x005F_'],
    ['_x000D_', '_x000D_'],
    [' 前后 ', ' 前后 '],
  ])('shows %j to another program as %j', async (title, shown) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await xlsxOf([row({ title })])).buffer as ArrayBuffer);
    const at = boardColumns.findIndex(({ key }) => key === 'title') + 1;
    expect(workbook.worksheets[0]?.getRow(2).getCell(at).text).toBe(shown);
  });

  it('writes days as texts on which spreadsheets do not agree', async () => {
    const { rows } = readXlsx(await xlsxOf([row({ opened_on: '1900-02-28' })]), 1, 1);
    const at = boardColumns.findIndex(({ key }) => key === 'opened_on');
    expect(rows[0]?.cells[at]).toEqual({ text: '1900-02-28', date: null });
  });

  it('keeps a text that looks like an escaped character', async () => {
    const { rows } = readXlsx(await xlsxOf([row({ title: 'column _x0041_ and _x005F_' })]), 1, 1);
    expect(rows[0]?.cells[TITLE]?.text).toBe('column _x0041_ and _x005F_');
  });

  it('keeps a text that looks like markup', async () => {
    const { rows } = readXlsx(await xlsxOf([row({ title: 'A&amp;B &lt;br&gt;' })]), 1, 1);
    expect(rows[0]?.cells[TITLE]?.text).toBe('A&amp;B &lt;br&gt;');
  });

  it('is the same bytes for the same rows, also a second later', async () => {
    const rows = Array.from({ length: 700 }, (_, n) => row({ item_id: `i${n}`, title: `${n}`.repeat(20) }));
    const first = await xlsxOf(rows);
    expect((await xlsxOf(rows)).equals(first)).toBe(true);
    // 1980-01-01 00:00 in the first entry's header.
    expect([first.readUInt16LE(10), first.readUInt16LE(12)]).toEqual([0, 0x21]);
  });
});

describe('in three time zones', () => {
  const child = fileURLToPath(new URL('dates.child.fixture.ts', import.meta.url));
  const inZone = (TZ: string): string =>
    execFileSync(process.execPath, ['--conditions=source', '--disable-warning=ExperimentalWarning', child], {
      env: { ...process.env, TZ, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });

  it('a day goes out and comes back as that day, in both formats, and the bytes are the same', () => {
    const zones = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles'].map(inZone);
    expect(new Set(zones).size).toBe(1);
    expect(JSON.parse(zones[0] ?? '')).toMatchObject({
      csv: ['1899-12-31', '1900-02-28', '1900-03-01', '2026-03-08', '2026-12-01'],
      xlsx: ['1899-12-31', '1900-02-28', '1900-03-01', '2026-03-08', '2026-12-01'],
    });
  });
});

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => cleanText(text))
  // What cannot be kept in the log is not in it, so no export has it.
  .filter((text) => text !== '' && forbiddenCharacter(text, 'file') === null);
/** In a comma-separated file an apostrophe stands before what could be a formula. */
const plain = word.filter((text) => !/^[=+\-@＝＋－＠]/.test(text));
const day = fc
  .date({ min: new Date('1949-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const stage = fc.constantFrom(
  ...(Object.keys(stageTexts) as (keyof typeof stageTexts)[]).filter(
    (each) => each !== 'TAKEN_BACK' && each !== 'RETURN_REQUESTED',
  ),
);
const disposition = fc.constantFrom(
  null,
  ...(Object.keys(dispositionTexts) as (keyof typeof dispositionTexts)[]),
);
const rowsOf = (text: fc.Arbitrary<string>) =>
  fc.array(
    fc.record({
      title: text,
      item_no: text,
      leads: text.filter((each) => !each.includes('|')).map((organ) => `|${organ}|`),
      ...{ stage, disposition, opened_on: fc.option(day), due: fc.option(day), closed_on: fc.option(day) },
    }),
    { maxLength: 8 },
  );

type Made = { readonly leads: string; readonly [key: string]: string | null };

const factsOf = ({ leads, ...made }: Made) => ({
  number: made['item_no'],
  facts: {
    ...{
      title: made['title'],
      stage: made['stage'],
      disposition: made['disposition'],
      organ: leads.slice(1, -1),
    },
    ...{ madeOn: made['opened_on'], dueOn: made['due'], closedOn: made['closed_on'] },
  },
});

describe('export and import', () => {
  const mapping = readMapping(JSON.stringify(registerMapping('Duban', 'zh')));

  it.each([
    ['register.csv', plain],
    ['register.xlsx', word],
  ] as const)('are each other’s inverse: %s', async (name, text) => {
    await fc.assert(
      fc.asyncProperty(rowsOf(text), async (made) => {
        const rows = made.map((each, n) => row({ ...each, item_id: `i${n}` }));
        const bytes = name.endsWith('csv') ? Buffer.from(await csvOf(rows)) : await xlsxOf(rows);
        const read = await readRegister(bytes, name, mapping, '2026-03-05');
        expect(read.rows.filter(isRefusedRow)).toEqual([]);
        expect(read.rows).toMatchObject(made.map(factsOf));
      }),
      { numRuns: name.endsWith('csv') ? 60 : 15 },
    );
  });
});
