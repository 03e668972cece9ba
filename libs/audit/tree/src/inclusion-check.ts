import { badHashLength, type ProofFault } from './proof-fault.ts';
import { sameBytes, type TreeHasher } from './tree-hasher.ts';
import { isTreeSize } from './tree-node.ts';

export type InclusionClaim = {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
  /** From the leaf's sibling up to the root's child. */
  readonly proof: readonly Uint8Array[];
};

const half = (value: number): number => Math.floor(value / 2);

/** RFC 9162 section 2.1.3.2, and hashes of any other length are refused. */
export const inclusionFault = (claim: InclusionClaim, hasher: TreeHasher): ProofFault | null => {
  const { index, size, leafHash, root, proof } = claim;
  if (!isTreeSize(index) || !isTreeSize(size)) return 'proof.not-a-size';
  if (index >= size) return 'proof.index-beyond-size';
  if (badHashLength([leafHash, root, ...proof], hasher.hashBytes)) return 'proof.bad-hash-length';
  let node = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return 'proof.too-long';
    if (node % 2 === 1 || node === last) {
      hash = hasher.hashNode(sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = hasher.hashNode(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  if (last !== 0) return 'proof.too-short';
  return sameBytes(hash, root) ? null : 'proof.root-mismatch';
};
