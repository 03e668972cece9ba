import { describe, expect, it } from '@jest/globals';
import { faultsOf, refusedFor } from '../refused.fixture.ts';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

it('believes a byte order mark and takes it off', () => {
  expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('编号')]))).toEqual({
    text: '编号',
    encoding: 'utf-8',
  });
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x16, 0x7f]))).toEqual({ text: '编', encoding: 'utf-16le' });
});

it('takes clean UTF-8 for what it is', () => {
  expect(decodeText(utf8('编号,𠮷'))).toEqual({ text: '编号,𠮷', encoding: 'utf-8' });
});

it('reads as GB18030 what is no UTF-8, four-byte characters included', () => {
  // 编号 and the rare 𠮷 (U+20BB7), as GB18030 writes them.
  const bytes = new Uint8Array([0xb1, 0xe0, 0xba, 0xc5, 0x95, 0x34, 0xae, 0x35]);
  const { text, encoding } = decodeText(bytes);
  expect([encoding, text.startsWith('编号'), [...new Intl.Segmenter().segment(text)].length]).toEqual([
    'gb18030',
    true,
    3,
  ]);
});

it('refuses bytes that are neither, and binary that decodes by accident', async () => {
  expect(await refusedFor(() => decodeText(new Uint8Array([0xff, 0xff, 0xff])))).toEqual([
    'file.encoding-unknown',
  ]);
  expect(await refusedFor(() => decodeText(utf8('a\0b')))).toEqual(['file.encoding-unknown']);
});

describe('one broken byte', () => {
  const gb = (...bytes: readonly number[]): Uint8Array => new Uint8Array(bytes);
  const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? utf8(part) : part)));
  const placeOf = async (bytes: Uint8Array): Promise<readonly unknown[]> => {
    const faults = await faultsOf(() => decodeText(bytes));
    return faults.map(({ code, line, found }) => [
      code,
      line,
      /character (\d+), byte (\d+)/.exec(found ?? '')?.slice(1),
    ]);
  };

  it('of UTF-8 is named by line, character and byte, and the file is not read as GB18030', async () => {
    const bytes = joined('编号,标题\r\n1,关于', utf8('𠮷祥').subarray(0, 3), '的建议\n');
    expect(await placeOf(bytes)).toEqual([['file.byte-broken', 2, ['5', '24']]]);
  });

  it('of GB18030 is named too, in the line where it stands', async () => {
    const header = gb(0xb1, 0xe0, 0xba, 0xc5);
    const bytes = joined(header, ',a\n1,', gb(0xb9, 0xd8, 0xd3), ',x\n2,y\n');
    expect(await placeOf(bytes)).toEqual([['file.byte-broken', 2, ['4', '12']]]);
  });

  it.each([
    ['little', 'utf-16le', [0xff, 0xfe], (unit: number) => [unit & 0xff, unit >> 8]],
    ['big', 'utf-16be', [0xfe, 0xff], (unit: number) => [unit >> 8, unit & 0xff]],
  ] as const)('of UTF-16, %s end first, is half a character', async (_, __, mark, of) => {
    const units = Array.from('编号\n1,', (letter) => letter.charCodeAt(0));
    const lone = gb(...mark, ...[...units, 0xd842, 0x2c].flatMap((unit) => [...of(unit)]));
    expect(await placeOf(lone)).toEqual([['file.byte-broken', 2, ['3', '13']]]);
    const cut = gb(...mark, ...units.flatMap((unit) => [...of(unit)]), 0x2c);
    expect(await placeOf(cut)).toEqual([['file.byte-broken', 2, ['3', '13']]]);
  });

  it('at the very end is found as well', async () => {
    expect(await placeOf(joined('编号标题\n', utf8('题').subarray(0, 2)))).toEqual([
      ['file.byte-broken', 2, ['1', '14']],
    ]);
  });

  it('in a file of 8 MiB is found in its line', async () => {
    const lines = 'ab,编号标题\n'.repeat(500_000);
    expect(await placeOf(joined(lines, 'x', gb(0xff), '\n'))).toEqual([
      ['file.byte-broken', 500_001, ['2', String(utf8(lines).length + 2)]],
    ]);
  });
});
