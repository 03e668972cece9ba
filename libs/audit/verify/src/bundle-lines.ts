import { createReadStream } from 'node:fs';

/** Lines of a text that comes in pieces, without their newlines; a last line without one counts too. */
export async function* linesIn(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

const CHUNK_BYTES = 1 << 20;

/** Lines of a file, read in pieces of 1 MiB. Errors of the file system reach the caller as they are. */
export const linesOfFile = (path: string): AsyncGenerator<string> =>
  linesIn(createReadStream(path, { encoding: 'utf8', highWaterMark: CHUNK_BYTES }) as AsyncIterable<string>);
