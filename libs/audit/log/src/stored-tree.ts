import {
  foldNodes,
  foldPlan,
  perfectNodes,
  tileRowOf,
  TreeError,
  type NodeId,
  type ProofPlan,
  type TreeHasher,
} from '@duban/audit-tree';
import type { TileStore } from './tile-store.port.ts';

type Row = Pick<TileStore, 'hashes'>;

const foldPairs = (hashes: readonly Uint8Array[], hasher: TreeHasher): Uint8Array => {
  let row = hashes;
  while (row.length > 1) {
    row = row.flatMap((left, index) => {
      const right = index % 2 === 0 ? row[index + 1] : undefined;
      return right === undefined ? [] : [hasher.hashNode(left, right)];
    });
  }
  return row[0] ?? hasher.emptyRoot;
};

/** @throws TreeError `tree.missing-node` where the store does not hold the node yet. */
const readNode = (store: Row, node: NodeId, hasher: TreeHasher): Uint8Array => {
  const { tileLevel, from, to } = tileRowOf(node);
  const hashes = store.hashes(tileLevel, from, to);
  if (hashes.length !== to - from) {
    throw new TreeError('tree.missing-node', `level ${String(node.level)}, index ${String(node.index)}`);
  }
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
