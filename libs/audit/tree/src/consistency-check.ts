import { badHashLength, type ProofFault } from './proof-fault.ts';
import { sameBytes, type TreeHasher } from './tree-hasher.ts';
import { isTreeSize } from './tree-node.ts';

export type ConsistencyClaim = {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

const half = (value: number): number => Math.floor(value / 2);

const isPowerOfTwo = (value: number): boolean => {
  let power = 1;
  while (power < value) power *= 2;
  return power === value;
};

const sameSizeFault = ({ fromRoot, toRoot, proof }: ConsistencyClaim): ProofFault | null => {
  if (proof.length > 0) return 'proof.too-long';
  return sameBytes(fromRoot, toRoot) ? null : 'proof.root-mismatch';
};

const climb = (claim: ConsistencyClaim, hasher: TreeHasher): ProofFault | null => {
  const path = isPowerOfTwo(claim.from) ? [claim.fromRoot, ...claim.proof] : claim.proof;
  const [seed, ...rest] = path;
  // An empty proof from a power of two has its old root as the seed and does not get to the top: too short as well.
  if (seed === undefined) return 'proof.too-short';
  let node = claim.from - 1;
  let last = claim.to - 1;
  const up = (): void => {
    node = half(node);
    last = half(last);
  };
  while (node % 2 === 1) up();
  let oldRoot = seed;
  let newRoot = seed;
  for (const hash of rest) {
    if (last === 0) return 'proof.too-long';
    if (node % 2 === 1 || node === last) {
      oldRoot = hasher.hashNode(hash, oldRoot);
      newRoot = hasher.hashNode(hash, newRoot);
      while (node % 2 === 0 && node !== 0) up();
    } else {
      newRoot = hasher.hashNode(newRoot, hash);
    }
    up();
  }
  if (last !== 0) return 'proof.too-short';
  return sameBytes(oldRoot, claim.fromRoot) && sameBytes(newRoot, claim.toRoot)
    ? null
    : 'proof.root-mismatch';
};

/**
 * RFC 9162 section 2.1.4.2. A tree without leaves is consistent with everything and proves nothing, so `from` = 0 is
 * refused; hashes of any other length are too.
 */
export const consistencyFault = (claim: ConsistencyClaim, hasher: TreeHasher): ProofFault | null => {
  const { from, to } = claim;
  if (!isTreeSize(from) || !isTreeSize(to) || from === 0) return 'proof.not-a-size';
  if (from > to) return 'proof.index-beyond-size';
  if (from === to) return sameSizeFault(claim);
  if (badHashLength([claim.fromRoot, claim.toRoot, ...claim.proof], hasher.hashBytes))
    return 'proof.bad-hash-length';
  return climb(claim, hasher);
};
