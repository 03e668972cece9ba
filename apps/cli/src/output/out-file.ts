import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { utf8Blocks, type TextPieces } from '@duban/interchange';
import { historyTexts } from '../texts/history.texts.ts';
import type { Console } from './console.ts';
import { table } from './table.ts';

/** Whole or not at all: the file gets its name when everything is in it. Answers its size. */
export const writeBlocks = async (file: string, blocks: AsyncIterable<Uint8Array>): Promise<number> => {
  const draft = `${file}.part`;
  try {
    await pipeline(blocks, createWriteStream(draft));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return (await stat(file)).size;
};

export const writeText = (file: string, pieces: TextPieces): Promise<number> =>
  writeBlocks(file, utf8Blocks(pieces));

export type WrittenFile = { readonly file: string; readonly format: string; readonly bytes: number };

export const showWritten = (console: Console, written: WrittenFile): void => {
  const { output, language } = console;
  if (output === 'json') {
    console.report(JSON.stringify(written, null, 2));
    return;
  }
  console.report(
    table([
      [historyTexts.file[language], written.file],
      [historyTexts.format[language], written.format],
      [historyTexts.bytes[language], written.bytes],
    ]),
  );
};
