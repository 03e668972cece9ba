import { TreeError } from './tree-error.ts';
import type { TreeHasher } from './tree-hasher.ts';
import { foldNodes, isTreeSize, perfectNodes, splitPoint, type LeafRange, type NodeId } from './tree-node.ts';

/** Which stored nodes a proof needs. Each inner list folds to one hash of the proof. */
export type ProofPlan = readonly (readonly NodeId[])[];

/**
 * RFC 9162 section 2.1.3.1, PATH(index, D[size]): from the leaf's sibling up to the root's child.
 * @throws TreeError `tree.bad-index` unless 0 <= index < size.
 */
export const planInclusion = (index: number, size: number): ProofPlan => {
  if (!isTreeSize(size) || !isTreeSize(index) || index >= size) {
    throw new TreeError('tree.bad-index', `leaf ${String(index)} of ${String(size)}`);
  }
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse().map(perfectNodes);
};

/**
 * RFC 9162 section 2.1.4.1, PROOF(from, D[to]). Empty when the sizes are equal or `from` is 0.
 * @throws TreeError `tree.bad-size` unless 0 <= from <= to.
 */
export const planConsistency = (from: number, to: number): ProofPlan => {
  if (!isTreeSize(from) || !isTreeSize(to) || from > to) {
    throw new TreeError('tree.bad-size', `from ${String(from)} to ${String(to)}`);
  }
  if (from === 0) return [];
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = to;
  while (end !== from) {
    const middle = start + splitPoint(end - start);
    if (from <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  if (start !== 0) ranges.push({ start, end });
  return ranges.reverse().map(perfectNodes);
};

/**
 * Turns a plan into the proof. `hashes` holds one hash for every node of the plan, in its order.
 * @throws TreeError `tree.missing-node`
 */
export const foldPlan = (
  plan: ProofPlan,
  hashes: readonly Uint8Array[],
  hasher: TreeHasher,
): Uint8Array[] => {
  const nodes = plan.flat().length;
  if (nodes !== hashes.length) {
    throw new TreeError('tree.missing-node', `${String(hashes.length)} hashes for ${String(nodes)} nodes`);
  }
  let next = 0;
  return plan.map((part) => {
    const from = next;
    next += part.length;
    return foldNodes(hashes.slice(from, next), hasher);
  });
};
