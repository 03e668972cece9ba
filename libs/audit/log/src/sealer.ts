import {
  compactRange,
  formatCheckpoint,
  formatNote,
  sameBytes,
  type NoteSigner,
  type TreeHasher,
} from '@duban/audit-tree';
import type { EventReader, StoredEvent } from '@duban/event-store';
import { CodedError, comparePositions, hasCode, type Position } from '@duban/kernel';
import { hasherOf, type HashName } from './hash-name.ts';
import { leafEntry, type LeafRecord } from './leaf-record.ts';
import type { SealGuard } from './seal-guard.ts';
import { edgeOf, rootAt } from './stored-tree.ts';
import {
  KEPT_LEVELS,
  type SealedCheckpoint,
  type SealedHead,
  type SealedLeaf,
  type TileNode,
  type TileStore,
} from './tile-store.port.ts';

export type FollowParts = {
  readonly reader: Pick<EventReader, 'readLog' | 'readStream' | 'head'>;
  readonly store: TileStore;
  readonly hash: HashName;
  /** Events in one transaction; default 512. */
  readonly pageSize?: number;
  /** Which epoch of the log this tree is of; default: the first. */
  readonly epoch?: number;
};

export type SealerParts = FollowParts & {
  readonly origin: string;
  /** The first one is the log's own Ed25519 key; SM2 may follow. */
  readonly signers: readonly NoteSigner[];
  readonly guard: SealGuard;
};

export type Sealer = {
  /** As {@link followLog}. */
  readonly follow: () => Promise<number>;
  /** @throws CodedError `audit.rolled-back`, `audit.fork`: nothing may be signed */
  readonly check: () => void;
  /**
   * Follows, then signs the head if it grew. Answers the newest checkpoint; `null` while the log is empty.
   * @throws CodedError also `audit.rolled-back`, `audit.fork`: nothing is signed
   */
  readonly seal: () => Promise<SealedCheckpoint | null>;
};

const grow = (parts: FollowParts, size: number, events: readonly StoredEvent[]): boolean => {
  const { store, hash } = parts;
  const hasher = hasherOf(hash);
  const nodes: TileNode[] = [];
  const range = compactRange(hasher, {
    size,
    edge: edgeOf(store, size, hasher),
    onNode: (node, nodeHash) => {
      if (node.level > 0 && node.level % KEPT_LEVELS === 0) nodes.push({ ...node, hash: nodeHash });
    },
  });
  const leaves = events.map((event, offset): SealedLeaf => {
    const entry = leafEntry(event, hash);
    const leafHash = hasher.hashLeaf(Buffer.from(entry, 'utf8'));
    range.append(leafHash);
    return { index: size + offset, eventId: event.id, position: event.position, hash: leafHash, entry };
  });
  return store.append(size, leaves, nodes);
};

/** What begins an epoch, in the log itself; see `epoch.events.ts` of the contracts. */
const EPOCH_BEGAN = 'LogEpochBegan';

const refuseLaterEpoch = (events: readonly StoredEvent[], epoch: number): void => {
  const begun = events.flatMap(({ type, data }) => (type === EPOCH_BEGAN ? [Number(data['epoch'])] : []));
  const later = Math.max(epoch, ...begun);
  if (later === epoch) return;
  throw new CodedError(
    'audit.epoch-began',
    `the log began the epoch ${String(later)} while this process sealed ${String(epoch)}; start it again`,
  );
};

/** A store whose end may be wrong for a moment looks for a while before it says that a position is beyond it. */
const isBehind = async (reader: FollowParts['reader'], position: Position): Promise<boolean> => {
  if (comparePositions(await reader.head(), position) >= 0) return false;
  try {
    await reader.readLog({ after: position, limit: 1 });
  } catch (error) {
    if (hasCode(error, 'log.older-than-reader')) return true;
    throw error;
  }
  return comparePositions(await reader.head(), position) < 0;
};

/** The log may only have grown since the last leaf: the event behind that leaf is still there, and still the same. */
export const checkLastLeaf = async ({ reader, store, hash }: FollowParts): Promise<void> => {
  const size = store.size();
  const [last] = store.leaves(size - 1, size);
  if (last === undefined) return;
  if (await isBehind(reader, last.position)) {
    throw new CodedError(
      'audit.log-behind',
      `the log ends before ${last.position}, which is sealed; restore the log`,
    );
  }
  const { stream, revision } = JSON.parse(last.entry) as LeafRecord;
  const [event] = (await reader.readStream(stream, { from: revision, limit: 1 })).events;
  if (event === undefined || leafEntry(event, hash) !== last.entry) {
    throw new CodedError(
      'audit.log-rewritten',
      `the event at ${last.position} is not the sealed one; run duban verify`,
    );
  }
};

/**
 * Takes all events up to the head of the log into the tree, without signing and without a key. Answers the size.
 * @throws CodedError `audit.log-behind`, `audit.log-rewritten`, `audit.epoch-began`
 */
export const followLog = async (parts: FollowParts): Promise<number> => {
  const { reader, store, pageSize = 512, epoch = 1 } = parts;
  await checkLastLeaf(parts);
  const head = await reader.head();
  let after = store.lastPosition();
  while (comparePositions(after, head) < 0) {
    const size = store.size();
    const page = await reader.readLog({ after, limit: pageSize });
    refuseLaterEpoch(page.events, epoch);
    // Another sealer was faster: begin again behind what it wrote.
    const grew = page.events.length === 0 || grow(parts, size, page.events);
    after = grew ? page.next : store.lastPosition();
  }
  return store.size();
};

/** tlog-checkpoint: "A log MUST NOT sign any checkpoint which is inconsistent with any it previously signed." */
const refuseFork = (store: TileStore, known: SealedHead, hasher: TreeHasher): void => {
  const size = store.size();
  if (known.size > size) {
    throw new CodedError(
      'audit.rolled-back',
      `a head of ${String(known.size)} was signed, here are ${String(size)}`,
    );
  }
  if (!sameBytes(rootAt(store, known.size, hasher), known.root)) {
    throw new CodedError(
      'audit.fork',
      `the first ${String(known.size)} records are not those that were signed`,
    );
  }
};

/** @throws CodedError `audit.rolled-back`, `audit.fork` */
export const refuseForks = (store: TileStore, guard: SealGuard, hash: HashName): void => {
  for (const known of [store.latestCheckpoint(), guard.read()]) {
    if (known !== null) refuseFork(store, known, hasherOf(hash));
  }
};

const sign = async (parts: SealerParts, size: number): Promise<SealedCheckpoint> => {
  const { store, origin, signers, guard, hash } = parts;
  const root = rootAt(store, size, hasherOf(hash));
  const text = formatCheckpoint({ origin, size, root });
  const signatures = await Promise.all(
    signers.map(async ({ name, keyId, sign: by }) => ({ name, keyId, signature: await by(text) })),
  );
  const checkpoint = { size, root, note: formatNote({ text, signatures }) };
  guard.advance({ size, root });
  store.addCheckpoint(checkpoint);
  return checkpoint;
};

/**
 * Turns the event log into the log of proofs. It keeps nothing in memory between calls, so a crash between any two
 * steps is healed by the next call; a second sealer on the same file loses the race and reads again.
 */
export const createSealer = (parts: SealerParts): Sealer => {
  const { store, guard, hash } = parts;
  const check = (): void => {
    refuseForks(store, guard, hash);
  };
  return {
    check,
    follow: () => followLog(parts),
    seal: async () => {
      const size = await followLog(parts);
      check();
      const latest = store.latestCheckpoint();
      return size === 0 || latest?.size === size ? latest : sign(parts, size);
    },
  };
};
