import { createReadStream } from 'node:fs';

const PIECE_BYTES = 1 << 18;

/** The text of a file in pieces of 256 KiB. Errors of the file system reach the reader as they are. */
export const textOfFile = (path: string): AsyncIterable<string> =>
  createReadStream(path, { encoding: 'utf8', highWaterMark: PIECE_BYTES }) as AsyncIterable<string>;
