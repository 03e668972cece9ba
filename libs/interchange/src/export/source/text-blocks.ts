/** Text as an exporter makes it: pieces of any length, never held as a whole. */
export type TextPieces = AsyncIterable<string> | Iterable<string>;

const BLOCK = 65_536;

/** Pieces as UTF-8 blocks of some 64 KiB, for a file or a socket. */
export async function* utf8Blocks(pieces: TextPieces): AsyncGenerator<Uint8Array> {
  let waiting: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < BLOCK) continue;
    yield Buffer.from(waiting.join(''), 'utf8');
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(waiting.join(''), 'utf8');
}
