import { fromHex } from './octets.ts';
import type { HashName, Primitives } from './primitives.port.ts';

/** A Merkle tree of RFC 9162 section 2.1.1 that grows leaf by leaf and keeps one hash for each level. */
export type GrowingTree = {
  readonly size: () => number;
  /** HASH(0x00 || UTF-8 of the entry), in hex. */
  readonly leafHash: (entry: string) => string;
  readonly add: (leafHash: string) => void;
  readonly root: () => Uint8Array;
};

const NODE_PREFIX = 1;
/** Both hashes that a log may have. */
const HASH_BYTES = 32;

export const growingTree = (hash: HashName, { digest, hexDigest }: Primitives): GrowingTree => {
  // peaks[k] covers 2^k leaves; empty places are levels without a peak, like the zero bits of the size.
  const peaks: (Uint8Array | undefined)[] = [];
  let size = 0;
  const joint = new Uint8Array(1 + 2 * HASH_BYTES);
  joint[0] = NODE_PREFIX;
  const join = (left: Uint8Array, right: Uint8Array): Uint8Array => {
    joint.set(left, 1);
    joint.set(right, 1 + HASH_BYTES);
    return digest(hash, joint);
  };
  const add = (leafHash: string): void => {
    let carried = fromHex(leafHash);
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
  return { size: () => size, leafHash: (entry) => hexDigest(hash, `\u0000${entry}`), add, root };
};
