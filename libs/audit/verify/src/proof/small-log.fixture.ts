import { generateKeyPairSync, hash, sign } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';

/** A log of a few events, its tree by the recursion of RFC 9162 section 2.1, and everything a tester may want of it. */
export type SmallEvent = {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: { readonly recordedAt: string };
};

export const smallEvent = (n: number, over: Partial<SmallEvent> = {}): SmallEvent => ({
  ...{ id: `e${n}`, stream: 'case-1', revision: n, position: `p${n}`, type: 'ItemAssigned', data: { n } },
  metadata: { recordedAt: `2026-03-05T01:00:0${n}.000Z` },
  ...over,
});

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer =>
  hash('sha256', Buffer.concat(parts.map((part) => Buffer.from(part))), 'buffer');

export const leafOf = ({ metadata, ...event }: SmallEvent): string => {
  const { id, stream, revision, position, type } = event;
  const digest = `sha256:${hash('sha256', canonicalJson({ ...event, metadata }))}`;
  return canonicalJson({ digest, id, position, recorded: metadata.recordedAt, revision, stream, type, v: 1 });
};

const split = (count: number): number => 2 ** (Math.ceil(Math.log2(count)) - 1);

export const rootOf = (leaves: readonly string[]): Buffer => {
  if (leaves.length === 1) return sha256('\u0000', leaves[0] ?? '');
  const middle = split(leaves.length);
  return sha256('\u0001', rootOf(leaves.slice(0, middle)), rootOf(leaves.slice(middle)));
};

export const pathOf = (leaves: readonly string[], index: number): Buffer[] => {
  if (leaves.length === 1) return [];
  const middle = split(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return index < middle
    ? [...pathOf(left, index), rootOf(right)]
    : [...pathOf(right, index - middle), rootOf(left)];
};

/** A key of signature type 1 or 4, as it is pinned, and its line under a text. */
export const smallKey = (name: string, type = 1) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const material = Buffer.concat([Uint8Array.of(type), raw]);
  const id = sha256(`${name}\n`, material).subarray(0, 4);
  const lineUnder = (text: string): string =>
    `— ${name} ${Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64')}\n`;
  return { text: `${name}+${id.toString('hex')}+${material.toString('base64')}`, lineUnder };
};

export const headOf = (size: number, root: Uint8Array): string =>
  `log\n${size}\n${Buffer.from(root).toString('base64')}\n`;

/** A signed log of these events: note of its head, proof of each event. */
export const smallLog = (events: readonly SmallEvent[], key = smallKey('log')) => {
  const leaves = events.map(leafOf);
  const text = headOf(leaves.length, rootOf(leaves));
  const note = `${text}\n${key.lineUnder(text)}`;
  const proofOf = (index: number, leaf = leaves[index] ?? ''): string => {
    const hashes = pathOf(leaves, index).map((each) => each.toString('base64'));
    const extra = `extra ${Buffer.from(leaf).toString('base64')}`;
    return `${['c2sp.org/tlog-proof@v1', extra, `index ${index}`, ...hashes].join('\n')}\n\n${note}`;
  };
  return { key, leaves, text, note, proofOf };
};
