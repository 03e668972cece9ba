import { compactRange, sameBytes } from '@duban/audit-tree';
import { hasherOf, type HashName } from './hash-name.ts';
import { canonicalEvent, leafEntry } from './leaf-record.ts';
import type { Pair } from './sealed-pairs.ts';
import type { SealedCheckpoint, TileStore } from './tile-store.port.ts';

export type SealComparer = {
  /** `text`: the canonical event, where it is at hand. */
  readonly take: (pair: Pair, text?: string) => void;
  readonly firstAltered: () => number | null;
};

const PAGE = 512;

/** Signed heads by their size, read as they come. */
const signedHeads = (store: Pick<TileStore, 'checkpoints'>) => {
  let page: readonly SealedCheckpoint[] = store.checkpoints(0, PAGE);
  let at = 0;
  return (size: number): SealedCheckpoint | null => {
    while (at < page.length && (page[at]?.size ?? 0) < size) at += 1;
    if (at === page.length && page.length === PAGE) {
      page = store.checkpoints(size - 1, PAGE);
      at = 0;
    }
    const head = page[at];
    return head?.size === size ? head : null;
  };
};

/**
 * Holds the log against what was sealed: each event against its leaf, each leaf against its hash, the hashes against every
 * signed root. It says that something is wrong and where it begins; what was done is for `duban verify` to say.
 */
export const sealComparer = (store: Pick<TileStore, 'checkpoints'>, hash: HashName): SealComparer => {
  const hasher = hasherOf(hash);
  const range = compactRange(hasher);
  const headOf = signedHeads(store);
  let altered: number | null = null;
  /** From the last signed root that fits, the records may be others. */
  let proven = 0;
  const isSealed = ({ event, leaf }: Pair, text?: string): boolean => {
    if (event === null || leaf === null) return false;
    const entry = leafEntry(event, hash, text ?? canonicalEvent(event));
    return entry === leaf.entry && sameBytes(hasher.hashLeaf(Buffer.from(entry, 'utf8')), leaf.hash);
  };
  const take = (pair: Pair, text?: string): void => {
    if (altered !== null) return;
    const index = range.size();
    if (!isSealed(pair, text)) {
      altered = index;
      return;
    }
    if (pair.leaf !== null) range.append(pair.leaf.hash);
    const head = headOf(index + 1);
    if (head === null) return;
    if (sameBytes(range.root(), head.root)) proven = head.size;
    else altered = proven;
  };
  return { take, firstAltered: () => altered };
};
