import { concatBytes } from '../octets.ts';
import type { HashName, Primitives } from '../primitives.port.ts';

export type Inclusion = {
  readonly hash: HashName;
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  /** From the leaf's sibling upwards. */
  readonly path: readonly Uint8Array[];
};

const NODE_PREFIX = Uint8Array.of(1);

/**
 * The root that a leaf and its path lead to (RFC 9162 section 2.1.3.2), by another way than the log's: at each level the
 * node's own place and that of the last node decide which side the next hash of the path stands on. `null` where the path is
 * too long or too short for this index.
 */
export const rootOver = ({ hash, leaf, index, size, path }: Inclusion, by: Primitives): Uint8Array | null => {
  let node = leaf;
  let used = 0;
  for (
    let [at, last] = [index, size - 1];
    last > 0;
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  ) {
    // The last node of a level with an odd count has no sibling there and moves up as it is.
    if (at === last && at % 2 === 0) continue;
    const sibling = path[used];
    if (sibling === undefined) return null;
    const pair = at % 2 === 1 ? [sibling, node] : [node, sibling];
    node = by.digest(hash, concatBytes(NODE_PREFIX, ...pair));
    used += 1;
  }
  return index < size && used === path.length ? node : null;
};
