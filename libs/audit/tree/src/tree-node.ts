import { TreeError } from './tree-error.ts';
import type { TreeHasher } from './tree-hasher.ts';

/** A node over the full leaves `index * 2^level` up to (not including) `(index + 1) * 2^level`. */
export type NodeId = { readonly level: number; readonly index: number };

/** Leaves `start` up to, not including, `end`. */
export type LeafRange = { readonly start: number; readonly end: number };

/** Sizes are JavaScript integers: a log above 2^53 - 1 leaves is refused rather than rounded. */
export const isTreeSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0;

/** The largest power of two that is smaller than `size` (RFC 9162 section 2.1.1, "k"); `size` is at least 2. */
export const splitPoint = (size: number): number => {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
};

/**
 * The perfect subtrees that make up a range, left to right. The range must begin where a subtree of its largest
 * part begins, as every range in an RFC 9162 tree does.
 * @throws TreeError `tree.bad-range`
 */
export const perfectNodes = ({ start, end }: LeafRange): NodeId[] => {
  if (!isTreeSize(start) || !isTreeSize(end) || start > end) {
    throw new TreeError('tree.bad-range', `${String(start)}..${String(end)}`);
  }
  const nodes: NodeId[] = [];
  let from = start;
  while (from < end) {
    let level = 0;
    let width = 1;
    while (width * 2 <= end - from) {
      level += 1;
      width *= 2;
    }
    if (from % width !== 0)
      throw new TreeError('tree.bad-range', `${String(from)} is not a start of ${String(width)}`);
    nodes.push({ level, index: from / width });
    from += width;
  }
  return nodes;
};

/** The hash of adjacent perfect subtrees of falling size: MTH of RFC 9162 section 2.1.1. */
export const foldNodes = (hashes: readonly Uint8Array[], hasher: TreeHasher): Uint8Array =>
  hashes.length === 0 ? hasher.emptyRoot : hashes.reduceRight((right, left) => hasher.hashNode(left, right));
