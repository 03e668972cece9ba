import { describe, expect, it } from '@jest/globals';
import { refusedFor } from '../refused.fixture.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { readCsv } from './read-csv.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, headerRow = 1): Promise<Sheet> => readCsv(bytes(text), headerRow);
const texts = ({ rows }: Sheet): readonly (readonly (string | null)[])[] =>
  rows.map(({ cells }) => cells.map((cell) => cell?.text ?? null));

describe('a file that can be trusted', () => {
  it('keeps line breaks inside cells and counts rows as a spreadsheet program does', async () => {
    const sheet = await read('no,text\r\n1,"a\r\nb"\r\n\r\n2,c\r\n');
    expect(texts(sheet)).toEqual([
      ['1', 'a\nb'],
      ['2', 'c'],
    ]);
    expect(sheet.rows.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('does not glue the byte order mark to the first column (C42)', async () => {
    expect((await read('\uFEFF编号,标题\n1,a\n')).header).toEqual(['编号', '标题']);
  });

  it('may have a title above its header', async () => {
    const sheet = await read('台账,,\n编号,标题,\n1,a,\n', 2);
    expect([sheet.header, texts(sheet)]).toEqual([['编号', '标题', ''], [['1', 'a', null]]]);
  });

  it('may quote a text that looks like a conflict', async () => {
    expect(texts(await read('no,text\n1,"a\n=======\nb"\n'))).toEqual([['1', 'a\n=======\nb']]);
  });
});

describe('a file that cannot be trusted is refused whole', () => {
  it('names the lines of a merge conflict, first things first', async () => {
    const text = '<<<<<<< HEAD\nno,text\n1,a\n=======\nno,text,more\n1,a,b\n>>>>>>> branch\n';
    expect(await refusedFor(() => read(text))).toEqual([
      'file.merge-conflict@1',
      'file.merge-conflict@4',
      'file.columns-ragged@5',
      'file.columns-ragged@6',
      'file.merge-conflict@7',
    ]);
  });

  it('names the physical line of a ragged row, behind cells of many lines', async () => {
    expect(await refusedFor(() => read('no,text\n1,"a\nb\nc"\n2\n'))).toEqual(['file.columns-ragged@5']);
  });

  it('names a second header', async () => {
    expect(await refusedFor(() => read('no,text\n1,a\nno,text\n'))).toEqual(['file.header-repeated@3']);
  });

  it('names a column that is there twice', async () => {
    expect(await refusedFor(() => read('no,text,no\n1,a,2\n'))).toEqual(['file.header-doubled@1:no']);
  });

  it('names the line where quotes go wrong', async () => {
    expect(await refusedFor(() => read('no,text\n1,a\n2,"b\n3,c\n'))).toEqual(['file.quotes-broken@3']);
    expect(await refusedFor(() => read('no,text\n1,a\n2,"b"c\n3,d\n'))).toEqual(['file.quotes-broken@3']);
  });

  it('says when there is nothing at all', async () => {
    expect(await refusedFor(() => read('\n\n'))).toEqual(['file.empty']);
  });

  it('stops naming after three of a kind', async () => {
    expect(await refusedFor(() => read(`no,text\n${'x\n'.repeat(500)}`))).toHaveLength(3);
  });
});
