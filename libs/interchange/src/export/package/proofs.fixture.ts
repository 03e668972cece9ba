import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { ExportedEvent } from '../source/exported-event.ts';
import type { PackageProofs } from './package-entry.ts';

/** For specs only: a log of proofs over a handful of events, written down from RFC 9162 and C2SP and nothing else. */
export type TestProofs = PackageProofs & { readonly verifierKey: string };

const NAME = 'duban.example/test/sha256';

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
};

const canonical = (event: ExportedEvent): string => JSON.stringify(sorted(event));

const leafEntry = (event: ExportedEvent): string =>
  JSON.stringify({
    digest: `sha256:${sha256(canonical(event)).toString('hex')}`,
    id: event.id,
    position: event.position,
    recorded: event.metadata.recordedAt,
    revision: event.revision,
    stream: event.stream,
    type: event.type,
    v: 1,
  });

/** RFC 9162 section 2.1.1: the largest power of two below the size goes left. */
const splitOf = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

const rootOf = (leaves: readonly Buffer[]): Buffer => {
  const [only] = leaves;
  if (only !== undefined && leaves.length === 1) return only;
  const split = splitOf(leaves.length);
  return sha256(Buffer.of(1), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
};

const pathOf = (leaves: readonly Buffer[], index: number): readonly Buffer[] => {
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...pathOf(left, index), rootOf(right)]
    : [...pathOf(right, index - split), rootOf(left)];
};

export const proofsOver = (log: readonly ExportedEvent[], sealed = log.length): TestProofs => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.concat([Buffer.of(1), publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)]);
  const keyId = sha256(NAME, '\n', raw).subarray(0, 4);
  const entries = log.slice(0, sealed).map(leafEntry);
  const leaves = entries.map((entry) => sha256(Buffer.of(0), entry));
  const body = `${NAME}\n${sealed}\n${rootOf(leaves).toString('base64')}\n`;
  const signature = Buffer.concat([keyId, sign(null, Buffer.from(body), privateKey)]).toString('base64');
  const note = `${body}\n— ${NAME} ${signature}\n`;
  return {
    canonical,
    verifierKey: `${NAME}+${keyId.toString('hex')}+${raw.toString('base64')}`,
    checkpoint: () => ({ note, size: sealed }),
    proofText: ({ id }) => {
      const index = log.findIndex((event) => event.id === id);
      const entry = entries[index];
      if (entry === undefined) return null;
      const path = pathOf(leaves, index).map((hash) => hash.toString('base64'));
      const extra = Buffer.from(entry).toString('base64');
      return [...['c2sp.org/tlog-proof@v1', `extra ${extra}`, `index ${index}`, ...path, ''], note].join(
        '\n',
      );
    },
  };
};
