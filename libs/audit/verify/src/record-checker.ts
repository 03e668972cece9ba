import { canonicalJson } from './canonical-json.ts';
import { readMembers, type RecordLine } from './bundle-line.ts';
import type { GrowingTree } from './growing-tree.ts';
import type { HashName, Primitives } from './primitives.port.ts';
import type { ReasonCode } from './reasons.ts';
import { describes, isLeafOf, labelIn, labelOf, leafText, type Label, type Members } from './record-label.ts';
import { orderChecker } from './record-order.ts';
import { isPlain, jsonFault } from './strict-json.ts';
import type { Finding } from './verdict.ts';

export type RecordChecker = {
  /** Takes the next record into the tree when it is sound; otherwise answers what is wrong with it. */
  readonly take: (line: RecordLine) => Finding | null;
  /** Records so far that say the same as was sealed, in another spelling. */
  readonly respelled: () => number;
};

type Parsed = { readonly text: string; readonly members: Members };

type Context = {
  readonly tree: GrowingTree;
  /** Of a text, with the name of the hash in front. */
  readonly digest: (text: string) => string;
  readonly order: (label: Label, record: number) => Finding | null;
  readonly seen: ReadonlySet<unknown>;
};

const parsed = (text: string): Parsed | null => {
  const members = readMembers(text);
  return members && { text, members };
};

const isCanonical = ({ text, members }: Parsed): boolean => canonicalJson(members) === text;

const admit = ({ tree, order }: Context, label: Label, leafHash: string): Finding | null => {
  const disorder = order(label, tree.size());
  if (disorder === null) tree.add(leafHash);
  return disorder;
};

/** The common case: the leaf is, byte for byte, what this event must have. `undefined` where it is not. */
const recognise = (context: Context, event: Parsed, line: RecordLine): Finding | null | undefined => {
  const { tree, digest } = context;
  const label = labelIn(event.members);
  if (line.leaf === null || label === null) return undefined;
  if (leafText(label, digest(event.text)) !== line.leaf) return undefined;
  // Sealed text can say two things, too, where the log itself was written by somebody who meant it to.
  if (!isPlain(event.text, event.members)) return undefined;
  const leafHash = tree.leafHash(line.leaf);
  return leafHash === line.hash ? admit(context, label, leafHash) : undefined;
};

/** What stands where another event was sealed: its own altered self, a copy of an earlier one, or something else. */
const strangerIn = ({ seen }: Context, { id }: Members, sealed: Label): ReasonCode => {
  if (id === sealed.id) return 'record.changed';
  return seen.has(id) ? 'record.doubled' : 'record.replaced';
};

/**
 * Any other case: finds what is wrong, or that a JSON tool has only spelled the record anew. Texts are tried as they
 * stand first, because sealed bytes are canonical.
 */
const judge = (context: Context, event: Parsed, leaf: Parsed, sealed: string | null): Finding | null => {
  const { tree, digest } = context;
  const bad = (code: ReasonCode, found?: string): Finding => ({
    ...{ record: tree.size(), code },
    ...(found === undefined ? {} : { found }),
  });
  const fault = jsonFault(event.text) ?? jsonFault(leaf.text);
  if (fault !== null) return bad(fault.code, fault.found);
  const label = labelOf(leaf.members);
  if (label === null) return bad('record.malformed');
  const leafHash = [leaf.text, canonicalJson(leaf.members)]
    .map(tree.leafHash)
    .find((hash) => hash === sealed);
  const digests = [event.text, canonicalJson(event.members)].map(digest);
  const sameEvent = digests.some((one) => one === leaf.members['digest']);
  if (leafHash === undefined) return bad('record.changed');
  if (!sameEvent) return bad(strangerIn(context, event.members, label));
  if (!describes(leaf.members, event.members) || !isLeafOf(label, leaf.members))
    return bad('record.mislabelled');
  return admit(context, label, leafHash);
};

const idOf = (event: string): unknown => readMembers(event)?.['id'];

/** `proven` answers how many records the checkpoints read so far have proven. */
export const recordChecker = (
  hash: HashName,
  tree: GrowingTree,
  primitives: Primitives,
  proven: () => number,
): RecordChecker => {
  const seen = new Set<unknown>();
  const digest = (text: string): string => `${hash}:${primitives.hexDigest(hash, text)}`;
  const context: Context = { tree, digest, seen, order: orderChecker(seen, proven) };
  let respelled = 0;
  const judged = (line: RecordLine, event: Parsed): Finding | null => {
    const common = recognise(context, event, line);
    if (common !== undefined) {
      if (!line.isAsExported) respelled += 1;
      return common;
    }
    const leaf = parsed(line.leaf ?? '');
    if (leaf === null) return { record: tree.size(), code: 'record.malformed' };
    const finding = judge(context, event, leaf, line.hash);
    if (finding === null && !(line.isAsExported && isCanonical(event) && isCanonical(leaf))) respelled += 1;
    return finding;
  };
  const take = (line: RecordLine): Finding | null => {
    const bad = (code: ReasonCode): Finding => ({ record: tree.size(), code });
    if (line.event === null) return bad('record.dropped');
    if (line.leaf === null) return bad(seen.has(idOf(line.event)) ? 'record.doubled' : 'record.inserted');
    const event = parsed(line.event);
    return event === null ? bad('record.malformed') : judged(line, event);
  };
  return { take, respelled: () => respelled };
};
