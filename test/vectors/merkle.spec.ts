import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { compactRange, consistencyFault, inclusionFault, treeHasher } from '@duban/audit-tree';
import { bytes, hex, hexBytes, vector } from './read-vector.ts';

type Case = { file: string; desc: string; wantErr: boolean; proof: string[] | null };
type InclusionCase = Case & { leafIdx: number; treeSize: number; root: string; leafHash: string };
type ConsistencyCase = Case & { size1: number; size2: number; root1: string; root2: string };
type HasherCase = { desc: string; want: string; leaf?: string; left?: string; right?: string };
type Roots = { leafInputs: string[]; nodeHashes: string[][]; rootHashesBySize: string[]; hasher: HasherCase[] };

const sha256 = treeHasher((input) => hash('sha256', input, 'buffer'));
const proofOf = ({ proof }: Case): Uint8Array[] => (proof ?? []).map(bytes);
const named = <C extends Case>(cases: C[]): [string, C][] => cases.map((one) => [one.file, one]);

describe('published Merkle vectors', () => {
  const inclusion = vector('merkle/inclusion.json') as InclusionCase[];
  const consistency = vector('merkle/consistency.json') as ConsistencyCase[];
  const roots = vector('merkle/roots.json') as Roots;

  it('are all there, right and wrong ones', () => {
    expect([inclusion.length, inclusion.filter(({ wantErr }) => wantErr).length]).toEqual([98, 92]);
    expect([consistency.length, consistency.filter(({ wantErr }) => wantErr).length]).toEqual([98, 92]);
  });

  it.each(named(inclusion))('judges %s as upstream does', (_file, one) => {
    const claim = { index: one.leafIdx, size: one.treeSize, leafHash: bytes(one.leafHash), root: bytes(one.root) };
    expect(inclusionFault({ ...claim, proof: proofOf(one) }, sha256) !== null).toBe(one.wantErr);
  });

  it.each(named(consistency))('judges %s as upstream does', (_file, one) => {
    const claim = { from: one.size1, to: one.size2, fromRoot: bytes(one.root1), toRoot: bytes(one.root2) };
    expect(consistencyFault({ ...claim, proof: proofOf(one) }, sha256) !== null).toBe(one.wantErr);
  });

  it.each(roots.hasher.map((one): [string, HasherCase] => [one.desc, one]))('hashes: %s', (_desc, one) => {
    const { leaf, left, right } = one;
    const node = left !== undefined && right !== undefined ? sha256.hashNode(hexBytes(left), hexBytes(right)) : null;
    const made = leaf === undefined ? (node ?? sha256.emptyRoot) : sha256.hashLeaf(hexBytes(leaf));
    expect(hex(made)).toBe(one.want);
  });

  it('grow node by node and root by root', () => {
    const nodes: string[][] = [];
    const range = compactRange(sha256, { onNode: ({ level, index }, node) => void ((nodes[level] ??= [])[index] = hex(node)) });
    const grown = [hex(range.root())];
    for (const leaf of roots.leafInputs) {
      range.append(sha256.hashLeaf(hexBytes(leaf)));
      grown.push(hex(range.root()));
    }
    expect(grown).toEqual(roots.rootHashesBySize);
    expect(nodes).toEqual(roots.nodeHashes);
  });
});
