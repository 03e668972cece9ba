import { readBundleLine } from './bundle-line.ts';
import { linePortions, type TextPieces } from './bundle-lines.ts';

/** The leaf hashes of an earlier bundle, one by one; `null` when it has no more records. */
export type EarlierHashes = () => Promise<string | null>;

async function* hashesIn(pieces: TextPieces): AsyncGenerator<string> {
  for await (const lines of linePortions(pieces)) {
    for (const line of lines) {
      const read = readBundleLine(line);
      if (read?.kind === 'record' && read.hash !== null) yield read.hash;
    }
  }
}

/** The checking person's own file: read as it is, compared record by record. */
export const earlierHashes = (pieces: TextPieces): EarlierHashes => {
  const hashes = hashesIn(pieces);
  return async () => {
    const next = await hashes.next();
    return next.done === true ? null : next.value;
  };
};
