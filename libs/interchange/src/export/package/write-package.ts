import { utf8Blocks } from '../source/text-blocks.ts';
import type { PackageEntry } from './package-entry.ts';

/** Where the files of a package go: a folder on disk, an archive, an upload. */
export type PackageFolder = {
  readonly write: (path: string, blocks: AsyncIterable<Uint8Array>) => Promise<void>;
};

/** One file after the other. Answers how many there were. */
export const writePackage = async (
  entries: AsyncIterable<PackageEntry>,
  folder: PackageFolder,
): Promise<number> => {
  let count = 0;
  for await (const { path, text } of entries) {
    await folder.write(path, utf8Blocks(text));
    count += 1;
  }
  return count;
};

async function* linesOf(entry: PackageEntry): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of entry.text) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/**
 * The same as one file of lines, for where a folder cannot go: a head, then every line of every file with the file's name.
 * `jq -r 'select(.file=="events.ndjson").line'` gives a file back, byte for byte.
 */
export async function* packageLines(entries: AsyncIterable<PackageEntry>): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: 'duban-case', version: 1 })}\n`;
  for await (const entry of entries)
    for await (const line of linesOf(entry)) yield `${JSON.stringify({ file: entry.path, line })}\n`;
}
