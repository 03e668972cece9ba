import { fileFault, FileRefused } from '../sheet/file-refused.ts';

export type DecodedText = { readonly text: string; readonly encoding: string };

const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Strict: a byte that does not belong makes it null instead of a question mark. */
const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * By BOM, else strict UTF-8, else GB18030: no guessing by frequency, which calls real GB18030 anything (C42).
 * @throws FileRefused `file.encoding-unknown`
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const [byBom] = BOMS.find(([, bom]) => bom.every((byte, at) => bytes[at] === byte)) ?? [];
  const candidates = byBom === undefined ? ['utf-8', 'gb18030'] : [byBom];
  for (const encoding of candidates) {
    const text = decoded(bytes, encoding);
    // A text file holds no NUL: whatever does is binary, however well it decodes.
    if (text !== null && !text.includes('\0')) return { text, encoding };
  }
  throw new FileRefused([fileFault('file.encoding-unknown')]);
};
