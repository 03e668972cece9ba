import { brokenByte, decoded, type BrokenByte } from './broken-byte.ts';
import { fileFault, FileRefused } from '../sheet/file-refused.ts';

export type DecodedText = { readonly text: string; readonly encoding: string };

const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Three of these in a row are no accident of another encoding: nothing else begins like that. */
const THREE_BYTES = /[\u0800-\uFFFF]/g;
const NO_ACCIDENT = 3;

const isUtf8 = ({ before }: BrokenByte): boolean =>
  (before.match(THREE_BYTES)?.length ?? 0) >= NO_ACCIDENT && !before.includes('\0');

const SHOWN_BYTES = 4;

const refusal = (bytes: Uint8Array, { encoding, line, column, byte, before }: BrokenByte): FileRefused => {
  // Nothing of it could be read: then it is not one byte that is broken.
  if (before === '' || before.includes('\0')) return new FileRefused([fileFault('file.encoding-unknown')]);
  const shown = Buffer.from(bytes.subarray(byte - 1, byte - 1 + SHOWN_BYTES)).toString('hex');
  const found = `${encoding}，第 ${column} 个字符，第 ${byte} 字节 / character ${column}, byte ${byte}: ${shown.replaceAll(/(..)(?=.)/g, '$1 ')}`;
  return new FileRefused([fileFault('file.byte-broken', { line, found })]);
};

/** A text file holds no NUL: whatever does is binary, however well it decodes. */
const textIn = (bytes: Uint8Array, encoding: string): DecodedText | null => {
  const text = decoded(bytes, encoding);
  return text === null || text.includes('\0') ? null : { text, encoding };
};

/**
 * By BOM, else strict UTF-8, else GB18030: no guessing by frequency, which calls real GB18030 anything (C42). What is
 * UTF-8 for a good while and then breaks is broken UTF-8, and not GB18030 that happens to decode.
 * @throws FileRefused `file.byte-broken` with its place, `file.encoding-unknown`
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const [byBom] = BOMS.find(([, bom]) => bom.every((byte, at) => bytes[at] === byte)) ?? [];
  const first = byBom ?? 'utf-8';
  const text = textIn(bytes, first);
  if (text !== null) return text;
  if (decoded(bytes, first) !== null) throw new FileRefused([fileFault('file.encoding-unknown')]);
  const broken = brokenByte(bytes, first);
  if (byBom !== undefined || isUtf8(broken)) throw refusal(bytes, broken);
  const chinese = textIn(bytes, 'gb18030');
  if (chinese !== null) return chinese;
  if (decoded(bytes, 'gb18030') !== null) throw new FileRefused([fileFault('file.encoding-unknown')]);
  throw refusal(bytes, brokenByte(bytes, 'gb18030'));
};
