import { concatBytes } from './octets.ts';
import type { HashName, Primitives } from './primitives.port.ts';

/** A Merkle tree of RFC 9162 section 2.1.1 that grows leaf by leaf and keeps one hash for each level. */
export type GrowingTree = {
  readonly size: () => number;
  /** HASH(0x00 || UTF-8 of the entry). */
  readonly leafHash: (entry: string) => Uint8Array;
  readonly add: (leafHash: Uint8Array) => void;
  readonly root: () => Uint8Array;
};

const NODE_PREFIX = Uint8Array.of(1);

export const growingTree = (hash: HashName, { digest }: Primitives): GrowingTree => {
  // peaks[k] covers 2^k leaves; empty places are levels without a peak, like the zero bits of the size.
  const peaks: (Uint8Array | undefined)[] = [];
  let size = 0;
  const join = (left: Uint8Array, right: Uint8Array): Uint8Array =>
    digest(hash, concatBytes(NODE_PREFIX, left, right));
  const add = (leafHash: Uint8Array): void => {
    let carried = leafHash;
    let level = 0;
    for (let peak = peaks[level]; peak !== undefined; peak = peaks[level]) {
      carried = join(peak, carried);
      peaks[level] = undefined;
      level += 1;
    }
    peaks[level] = carried;
    size += 1;
  };
  const root = (): Uint8Array => {
    const standing = peaks.filter((peak) => peak !== undefined);
    return standing.length === 0 ? digest(hash, '') : standing.reduce((right, left) => join(left, right));
  };
  return { size: () => size, leafHash: (entry) => digest(hash, `\u0000${entry}`), add, root };
};
