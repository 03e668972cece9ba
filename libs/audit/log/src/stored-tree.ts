import {
  foldNodes,
  foldPlan,
  perfectNodes,
  TreeError,
  type NodeId,
  type ProofPlan,
  type TreeHasher,
} from '@duban/audit-tree';
import { KEPT_LEVELS, type TileStore } from './tile-store.port.ts';

type Row = Pick<TileStore, 'hashes'>;

/** The root over a power of two of neighbouring hashes. */
const foldPairs = (hashes: readonly Uint8Array[], hasher: TreeHasher): Uint8Array => {
  let row = hashes;
  while (row.length > 1) {
    const parents: Uint8Array[] = [];
    row.forEach((right, index) => {
      const left = row[index - 1];
      if (index % 2 === 1 && left !== undefined) parents.push(hasher.hashNode(left, right));
    });
    row = parents;
  }
  return row[0] ?? hasher.emptyRoot;
};

/** @throws TreeError `tree.missing-node` where the store does not hold the node yet. */
const readNode = (store: Row, { level, index }: NodeId, hasher: TreeHasher): Uint8Array => {
  const above = level % KEPT_LEVELS;
  const width = 2 ** above;
  const hashes = store.hashes(level - above, index * width, (index + 1) * width);
  if (hashes.length !== width) throw new TreeError('tree.missing-node', `level ${level}, index ${index}`);
  return foldPairs(hashes, hasher);
};

/** The right edge of a tree: what a compact range starts from. */
export const edgeOf = (store: Row, size: number, hasher: TreeHasher): Uint8Array[] =>
  perfectNodes({ start: 0, end: size }).map((node) => readNode(store, node, hasher));

/** The root as it was at any earlier size. */
export const rootAt = (store: Row, size: number, hasher: TreeHasher): Uint8Array =>
  foldNodes(edgeOf(store, size, hasher), hasher);

export const proveFrom = (store: Row, plan: ProofPlan, hasher: TreeHasher): Uint8Array[] => {
  const hashes = plan.flat().map((node) => readNode(store, node, hasher));
  return foldPlan(plan, hashes, hasher);
};
