import { readBundleLine } from './bundle-line.ts';

/** The leaf hashes of an earlier bundle, one by one; `null` when it has no more records. */
export type EarlierHashes = () => Promise<string | null>;

/** The checking person's own file: read as it is, compared record by record. */
export const earlierHashes = (lines: AsyncIterable<string> | Iterable<string>): EarlierHashes => {
  const hashes = (async function* () {
    for await (const line of lines) {
      const read = readBundleLine(line);
      if (read?.kind === 'record' && read.hash !== null) yield read.hash;
    }
  })();
  return async () => {
    const next = await hashes.next();
    return next.done === true ? null : next.value;
  };
};
