import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compactRange } from './compact-range.ts';
import { consistencyFault } from './consistency-check.ts';
import { inclusionFault } from './inclusion-check.ts';
import { foldPlan, planConsistency, planInclusion, type ProofPlan } from './proof-plan.ts';
import { treeHasher } from './tree-hasher.ts';
import { foldNodes, perfectNodes, splitPoint, type NodeId } from './tree-node.ts';

const LIMIT = 300;
const sha256 = treeHasher((input) => Buffer.from(hash('sha256', input, 'latin1'), 'latin1'));
const leaves = Array.from({ length: LIMIT }, (_, index) => sha256.hashLeaf(Buffer.from(`entry ${index}`)));

/** MTH of RFC 9162 section 2.1.1, word for word. */
const definition = (from: number, to: number): Uint8Array => {
  const leaf = leaves[from];
  if (leaf === undefined || to === from) return sha256.emptyRoot;
  if (to - from === 1) return leaf;
  const middle = from + splitPoint(to - from);
  return sha256.hashNode(definition(from, middle), definition(middle, to));
};

const nodes = new Map<string, Uint8Array>();
const keyOf = ({ level, index }: NodeId): string => `${level}/${index}`;
const roots: Uint8Array[] = [];
const range = compactRange(sha256, { onNode: (node, nodeHash) => nodes.set(keyOf(node), nodeHash) });
for (const leaf of leaves) {
  roots.push(range.root());
  range.append(leaf);
}
roots.push(range.root());

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${index}`);
  return found;
};

const read = (list: readonly NodeId[]): Uint8Array[] =>
  list.map((node) => nodes.get(keyOf(node)) ?? new Uint8Array(0));
const prove = (plan: ProofPlan): Uint8Array[] => foldPlan(plan, read(plan.flat()), sha256);
const flipped = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, index) => (index === 7 ? byte ^ 4 : byte));

const inclusion = (index: number, size: number) => ({
  index,
  size,
  leafHash: at(leaves, index),
  root: at(roots, size),
  proof: prove(planInclusion(index, size)),
});
const consistency = (from: number, to: number) => ({
  from,
  to,
  fromRoot: at(roots, from),
  toRoot: at(roots, to),
  proof: prove(planConsistency(from, to)),
});

describe('the tree', () => {
  it.each([...Array(LIMIT + 1).keys()])(
    'of %d leaves has the root of the definition, grown or put together',
    (size) => {
      expect(roots[size]).toEqual(definition(0, size));
      expect(foldNodes(read(perfectNodes({ start: 0, end: size })), sha256)).toEqual(roots[size]);
    },
  );

  it('goes on from its right edge', () => {
    for (const size of [0, 1, 5, 128, 255, 256, 257]) {
      const resumed = compactRange(sha256, { size, edge: read(perfectNodes({ start: 0, end: size })) });
      leaves.slice(size).forEach(resumed.append);
      expect([resumed.size(), resumed.root()]).toEqual([LIMIT, roots[LIMIT]]);
    }
  });

  it('refuses an edge that does not fit', () => {
    expect(() => compactRange(sha256, { size: 3, edge: [] })).toThrow('tree.bad-edge');
  });

  it('proves every leaf at every size', () => {
    for (let size = 1; size <= LIMIT; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const fault = inclusionFault(inclusion(index, size), sha256);
        if (fault !== null) throw new Error(`${index} in ${size}: ${fault}`);
      }
    }
    expect(inclusion(LIMIT - 1, LIMIT).proof.length).toBeGreaterThan(0);
  });

  it('proves every size consistent with every later one', () => {
    for (let to = 1; to <= LIMIT; to += 1) {
      for (let from = 1; from <= to; from += 1) {
        const fault = consistencyFault(consistency(from, to), sha256);
        if (fault !== null) throw new Error(`${from} to ${to}: ${fault}`);
      }
    }
    expect(consistency(7, LIMIT).proof.length).toBeGreaterThan(0);
  });
});

const sizes = fc.integer({ min: 2, max: LIMIT });
const pairs = sizes.chain((to) => fc.tuple(fc.integer({ min: 1, max: to - 1 }), fc.constant(to)));

describe('a wrong proof', () => {
  it('is refused with one bit flipped in any hash', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), ([index, size], pick) => {
        const claim = inclusion(index, size);
        const chosen = pick % claim.proof.length;
        const proof = claim.proof.map((one, place) => (place === chosen ? flipped(one) : one));
        expect(inclusionFault({ ...claim, proof }, sha256)).toBe('proof.root-mismatch');
        const step = consistency(index, size);
        const wrong = step.proof.map((one, place) =>
          place === pick % step.proof.length ? flipped(one) : one,
        );
        expect(consistencyFault({ ...step, proof: wrong }, sha256)).toBe('proof.root-mismatch');
      }),
    );
  });

  it('is refused for another leaf, root or index', () => {
    fc.assert(
      fc.property(pairs, ([index, size]) => {
        const claim = inclusion(index, size);
        expect(inclusionFault({ ...claim, leafHash: flipped(claim.leafHash) }, sha256)).toBe(
          'proof.root-mismatch',
        );
        expect(inclusionFault({ ...claim, root: flipped(claim.root) }, sha256)).toBe('proof.root-mismatch');
        expect(inclusionFault({ ...claim, index: index - 1 }, sha256)).not.toBeNull();
        const step = consistency(index, size);
        expect(consistencyFault({ ...step, fromRoot: flipped(step.fromRoot) }, sha256)).toBe(
          'proof.root-mismatch',
        );
        expect(consistencyFault({ ...step, toRoot: flipped(step.toRoot) }, sha256)).toBe(
          'proof.root-mismatch',
        );
      }),
    );
  });

  it('is refused when it is longer or shorter', () => {
    fc.assert(
      fc.property(pairs, ([index, size]) => {
        const claim = inclusion(index, size);
        const more = [...claim.proof, claim.root];
        expect(inclusionFault({ ...claim, proof: more }, sha256)).toBe('proof.too-long');
        expect(inclusionFault({ ...claim, proof: claim.proof.slice(0, -1) }, sha256)).toBe('proof.too-short');
        const step = consistency(index, size);
        expect(consistencyFault({ ...step, proof: [...step.proof, step.toRoot] }, sha256)).toBe(
          'proof.too-long',
        );
        expect(consistencyFault({ ...step, proof: step.proof.slice(0, -1) }, sha256)).toBe('proof.too-short');
      }),
    );
  });

  it('is refused with hashes of another length, and with sizes that are none', () => {
    const claim = inclusion(3, 7);
    expect(inclusionFault({ ...claim, root: claim.root.subarray(1) }, sha256)).toBe('proof.bad-hash-length');
    expect(inclusionFault({ ...claim, index: 0.5 }, sha256)).toBe('proof.not-a-size');
    expect(inclusionFault({ ...claim, size: 2 ** 53 }, sha256)).toBe('proof.not-a-size');
    expect(inclusionFault({ ...claim, index: 7 }, sha256)).toBe('proof.index-beyond-size');
    const step = consistency(3, 7);
    expect(consistencyFault({ ...step, proof: [claim.root.subarray(1)] }, sha256)).toBe(
      'proof.bad-hash-length',
    );
    expect(consistencyFault({ ...step, from: 0 }, sha256)).toBe('proof.not-a-size');
    expect(consistencyFault({ ...step, to: -1 }, sha256)).toBe('proof.not-a-size');
    expect(consistencyFault({ ...step, from: 8 }, sha256)).toBe('proof.index-beyond-size');
    expect(consistencyFault({ ...consistency(4, 4), proof: [claim.root] }, sha256)).toBe('proof.too-long');
  });
});

describe('a plan', () => {
  it('refuses what no tree has', () => {
    expect(() => planInclusion(5, 5)).toThrow('tree.bad-index');
    expect(() => planInclusion(-1, 5)).toThrow('tree.bad-index');
    expect(() => planConsistency(6, 5)).toThrow('tree.bad-size');
    expect(() => perfectNodes({ start: 1, end: 3 })).toThrow('tree.bad-range');
    expect(() => perfectNodes({ start: 3, end: 1 })).toThrow('tree.bad-range');
    expect(() => foldPlan(planInclusion(0, 5), [], sha256)).toThrow('tree.missing-node');
  });

  it('asks for nothing where there is nothing to prove', () => {
    expect([planInclusion(0, 1), planConsistency(0, 9), planConsistency(9, 9)]).toEqual([[], [], []]);
  });
});
