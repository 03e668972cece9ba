import { canonicalJson } from './canonical-json.ts';
import { readMembers, type RecordLine } from './bundle-line.ts';
import type { GrowingTree } from './growing-tree.ts';
import { toBase64 } from './octets.ts';
import type { HashName, Primitives } from './primitives.port.ts';
import type { ReasonCode } from './reasons.ts';
import type { Finding } from './verdict.ts';

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
  readonly take: (line: RecordLine) => Finding | null;
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

const LABELS = ['id', 'stream', 'revision', 'position', 'type'] as const;

const describes = (leaf: Members, event: Members): boolean =>
  LABELS.every((name) => leaf[name] === event[name]) && leaf['recorded'] === recordedIn(event);

/** Order and completeness: what the sealed records must be to each other. `proven` moves with the checkpoints. */
const orderChecker = (
  seen: Set<unknown>,
  proven: () => number,
): ((label: Label, record: number) => Finding | null) => {
  const next = new Map<string, number>();
  let recorded = '';
  // Positions of the records behind the last good checkpoint: where a record that comes too late belongs.
  let from = 0;
  let positions: string[] = [];
  let last = '';
  return (label, record) => {
    if (proven() > from) [from, positions] = [proven(), []];
    if (seen.has(label.id)) return { record, code: 'record.doubled' };
    if (label.position <= last) {
      const place = positions.findIndex((position) => position > label.position);
      return { record: place < 0 ? from : from + place, code: 'record.reordered' };
    }
    const expected = next.get(label.stream) ?? 0;
    if (label.revision < expected) return { record, code: 'record.reordered' };
    if (label.revision > expected) return { record: proven(), upTo: record, code: 'record.gap' };
    if (label.recorded < recorded) return { record, code: 'record.back-dated' };
    seen.add(label.id);
    next.set(label.stream, expected + 1);
    positions.push(label.position);
    ({ position: last, recorded } = label);
    return null;
  };
};

const idOf = (event: string): unknown => readMembers(event)?.['id'];

type Parsed = { readonly text: string; readonly members: Members };

const parsed = (text: string): Parsed | null => {
  const members = readMembers(text);
  return members && { text, members };
};

export const recordChecker = (
  hash: HashName,
  tree: GrowingTree,
  primitives: Primitives,
  proven: () => number,
): RecordChecker => {
  const seen = new Set<unknown>();
  const order = orderChecker(seen, proven);
  const digestOf = (text: string): string => `${hash}:${primitives.hexDigest(hash, text)}`;

  // As it stands first, because sealed bytes are canonical; a JSON tool may have spelled them anew.
  const isSealedEvent = ({ text, members }: Parsed, digest: unknown): boolean =>
    digestOf(text) === digest || digestOf(canonicalJson(members)) === digest;
  const sealedLeafHash = ({ text, members }: Parsed, sealed: string | null): Uint8Array | null => {
    const asItStands = tree.leafHash(text);
    if (toBase64(asItStands) === sealed) return asItStands;
    const canonical = tree.leafHash(canonicalJson(members));
    return toBase64(canonical) === sealed ? canonical : null;
  };

  const take = (line: RecordLine): Finding | null => {
    const record = tree.size();
    const bad = (code: ReasonCode): Finding => ({ record, code });
    if (line.event === null) return bad('record.dropped');
    if (line.leaf === null) return bad(seen.has(idOf(line.event)) ? 'record.doubled' : 'record.inserted');
    const event = parsed(line.event);
    const leaf = parsed(line.leaf);
    const label = leaf && labelOf(leaf.members);
    if (event === null || leaf === null || label === null) return bad('record.malformed');
    const leafHash = sealedLeafHash(leaf, line.hash);
    if (leafHash === null || !isSealedEvent(event, leaf.members['digest'])) return bad('record.changed');
    if (!describes(leaf.members, event.members)) return bad('record.mislabelled');
    const disorder = order(label, record);
    if (disorder === null) tree.add(leafHash);
    return disorder;
  };
  return { take };
};
