import type { Bytes } from '../store/attachment-store.port.ts';

export type Piece = { readonly piece: Buffer; readonly isLast: boolean };

/** The same bytes in pieces of one size; the last one holds the rest, and comes even where there is none. */
export async function* inPiecesOf(size: number, bytes: Bytes): AsyncGenerator<Piece> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    length += chunk.length;
    // One byte more than a piece: only then is it known that another one follows.
    if (length <= size) continue;
    const all = Buffer.concat(waiting);
    let at = 0;
    for (; length - at > size; at += size) yield { piece: all.subarray(at, at + size), isLast: false };
    waiting = [all.subarray(at)];
    length -= at;
  }
  yield { piece: Buffer.concat(waiting), isLast: true };
}
