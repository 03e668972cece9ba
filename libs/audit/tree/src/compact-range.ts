import { TreeError } from './tree-error.ts';
import type { TreeHasher } from './tree-hasher.ts';
import { foldNodes, perfectNodes, type NodeId } from './tree-node.ts';

/** A growing tree of which only the right edge is kept: at most one hash for each level. */
export type CompactRange = {
  readonly size: () => number;
  readonly append: (leafHash: Uint8Array) => void;
  /** Costs one hash for each level. */
  readonly root: () => Uint8Array;
};

export type CompactRangeOptions = {
  /** Leaves already in the tree; default 0. */
  readonly size?: number;
  /** Hashes of `perfectNodes({ start: 0, end: size })`, left to right. */
  readonly edge?: readonly Uint8Array[];
  /** Called for every node that becomes final, leaves included, children before parents. */
  readonly onNode?: (node: NodeId, hash: Uint8Array) => void;
};

/** @throws TreeError `tree.bad-edge` when `edge` does not fit `size`. */
export const compactRange = (hasher: TreeHasher, options: CompactRangeOptions = {}): CompactRange => {
  const { onNode } = options;
  let size = options.size ?? 0;
  const edge = [...(options.edge ?? [])];
  if (edge.length !== perfectNodes({ start: 0, end: size }).length) {
    throw new TreeError(
      'tree.bad-edge',
      `${String(edge.length)} hashes do not make a tree of ${String(size)} leaves`,
    );
  }
  const append = (leafHash: Uint8Array): void => {
    let hash = leafHash;
    let level = 0;
    let index = size;
    onNode?.({ level, index }, hash);
    for (let left = edge.at(-1); left !== undefined && index % 2 === 1; left = edge.at(-1)) {
      edge.pop();
      hash = hasher.hashNode(left, hash);
      level += 1;
      index = (index - 1) / 2;
      onNode?.({ level, index }, hash);
    }
    edge.push(hash);
    size += 1;
  };
  return { size: () => size, append, root: () => foldNodes(edge, hasher) };
};
