import { expect, it } from '@jest/globals';
import { refusedFor } from '../refused.fixture.ts';
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
