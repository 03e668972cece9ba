import { canonicalJson } from './canonical-json.ts';
import { readMembers, type RecordLine } from './bundle-line.ts';
import type { GrowingTree } from './growing-tree.ts';
import { toBase64, toHex } from './octets.ts';
import type { HashName, Primitives } from './primitives.port.ts';
import type { ReasonCode } from './reasons.ts';

/** What a record says of itself, once its bytes are known to be the sealed ones. */
type Label = {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly recorded: string;
};

export type RecordChecker = {
  /** Takes the next record into the tree when it is sound; otherwise answers what is wrong with it. */
  readonly take: (record: RecordLine) => ReasonCode | null;
};

type Members = Readonly<Record<string, unknown>>;

const labelOf = (leaf: Members): Label | null => {
  const { v, id, stream, revision, position, recorded } = leaf;
  if (v !== 1 || typeof id !== 'string' || typeof stream !== 'string') return null;
  if (typeof revision !== 'number' || typeof position !== 'string' || typeof recorded !== 'string')
    return null;
  return { id, stream, revision, position, recorded };
};

const recordedIn = (event: Members): unknown => {
  const { metadata } = event;
  return typeof metadata === 'object' && metadata !== null && 'recordedAt' in metadata
    ? metadata.recordedAt
    : null;
};

const describes = (leaf: Members, event: Members): boolean =>
  ['id', 'stream', 'revision', 'position', 'type'].every((name) => leaf[name] === event[name]) &&
  leaf['recorded'] === recordedIn(event);

/** Order and completeness: what the sealed records must be to each other. */
const orderChecker = (seen: Set<unknown>): ((label: Label) => ReasonCode | null) => {
  const next = new Map<string, number>();
  let position = '';
  let recorded = '';
  return (label) => {
    if (seen.has(label.id)) return 'record.doubled';
    const expected = next.get(label.stream) ?? 0;
    if (label.position <= position || label.revision < expected) return 'record.reordered';
    if (label.revision > expected) return 'record.dropped';
    if (label.recorded < recorded) return 'record.back-dated';
    seen.add(label.id);
    next.set(label.stream, expected + 1);
    ({ position, recorded } = label);
    return null;
  };
};

const idOf = (event: string): unknown => readMembers(event)?.['id'];

type Parsed = { readonly text: string; readonly members: Members };

const parsed = (text: string): Parsed | null => {
  const members = readMembers(text);
  return members && { text, members };
};

export const recordChecker = (hash: HashName, tree: GrowingTree, primitives: Primitives): RecordChecker => {
  const seen = new Set<unknown>();
  const order = orderChecker(seen);
  const digestOf = (text: string): string => `${hash}:${toHex(primitives.digest(hash, text))}`;

  // As it stands first, because sealed bytes are canonical; a JSON tool may have spelled them anew.
  const isSealedEvent = ({ text, members }: Parsed, digest: unknown): boolean =>
    digestOf(text) === digest || digestOf(canonicalJson(members)) === digest;
  const sealedLeafHash = ({ text, members }: Parsed, sealed: string | null): Uint8Array | null => {
    const asItStands = tree.leafHash(text);
    if (toBase64(asItStands) === sealed) return asItStands;
    const canonical = tree.leafHash(canonicalJson(members));
    return toBase64(canonical) === sealed ? canonical : null;
  };

  const take = (record: RecordLine): ReasonCode | null => {
    if (record.event === null) return 'record.dropped';
    if (record.leaf === null) return seen.has(idOf(record.event)) ? 'record.doubled' : 'record.inserted';
    const event = parsed(record.event);
    const leaf = parsed(record.leaf);
    const label = leaf && labelOf(leaf.members);
    if (event === null || leaf === null || label === null) return 'record.malformed';
    const leafHash = sealedLeafHash(leaf, record.hash);
    if (leafHash === null || !isSealedEvent(event, leaf.members['digest'])) return 'record.changed';
    if (!describes(leaf.members, event.members)) return 'record.mislabelled';
    const disorder = order(label);
    if (disorder === null) tree.add(leafHash);
    return disorder;
  };
  return { take };
};
