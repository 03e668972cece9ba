import { openNote, parseCheckpoint, sameBytes, TreeError, type Checkpoint } from '@duban/audit-tree';
import type { EventReader, StoredEvent } from '@duban/event-store';
import { CodedError, comparePositions } from '@duban/kernel';
import { hasherOf, type HashName } from './hash-name.ts';
import { verifierOf } from './note-verifier-of.ts';
import { keysNamed, type PinnedKeys } from './pinned-keys.ts';
import { nameOfRecord, RECORDED_STREAM, recordedOf, type RecordedCheckpoint } from './recorded-checkpoint.ts';
import { rootAt } from './stored-tree.ts';
import type { AdoptedCheckpoint, TileStore } from './tile-store.port.ts';

export type AdoptParts = {
  readonly reader: Pick<EventReader, 'readStream'>;
  readonly store: TileStore;
  readonly origin: string;
  readonly hash: HashName;
  readonly keys: PinnedKeys;
};

const PAGE = 512;

const forged = (event: StoredEvent, why: string): CodedError =>
  new CodedError('audit.note-forged', `${nameOfRecord(event)}: ${why}`);

/**
 * The keys to believe: those that are pinned, or, where there is none yet, those that the first record brings along. What
 * a later record brings is never believed: a key that was changed is pinned by whoever keeps the installation.
 */
const believed = ({ keys, origin }: AdoptParts, recorded: RecordedCheckpoint) => {
  const pinned = keys.read();
  const lines = pinned.length > 0 ? pinned : keysNamed(origin, recorded.verifierKeys);
  return { isFirst: pinned.length === 0, lines, verifiers: lines.map(verifierOf) };
};

type SignedHead = { readonly head: Checkpoint; readonly toPin: readonly string[] };

/** @throws CodedError `audit.key-unknown`, `audit.note-forged` */
const signedHead = (parts: AdoptParts, event: StoredEvent, recorded: RecordedCheckpoint): SignedHead => {
  const { isFirst, lines, verifiers } = believed(parts, recorded);
  try {
    const { text, verified } = openNote(recorded.note, verifiers);
    const signed = lines.filter((_, at) => verified.some(({ keyId }) => keyId === verifiers[at]?.keyId));
    return { head: parseCheckpoint(text), toPin: isFirst ? signed : [] };
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    if (error.code !== 'note.unverified') throw forged(event, error.message);
    throw new CodedError(
      'audit.key-unknown',
      `${nameOfRecord(event)} is signed by no key that is pinned here; pin its key only if you know whose it is`,
      { cause: error },
    );
  }
};

/** @throws CodedError `audit.other-log`, `audit.note-forged`, `audit.key-unknown`, `audit.fork` */
const judged = (parts: AdoptParts, event: StoredEvent): AdoptedCheckpoint => {
  const { store, origin, hash } = parts;
  const recorded = recordedOf(event);
  if (recorded.origin !== origin) {
    throw new CodedError(
      'audit.other-log',
      `${nameOfRecord(event)} is of ${recorded.origin}, not of ${origin}`,
    );
  }
  const { head, toPin } = signedHead(parts, event, recorded);
  const saysAnother = head.origin !== origin || head.size !== recorded.size;
  if (saysAnother || !sameBytes(head.root, Buffer.from(recorded.rootHash, 'base64'))) {
    throw forged(event, 'the record and its note say different things');
  }
  // A head covers nothing behind itself.
  const own = store.findPosition(event.position);
  if (
    own === null ||
    head.size > own.index ||
    !sameBytes(rootAt(store, head.size, hasherOf(hash)), head.root)
  ) {
    throw new CodedError(
      'audit.fork',
      `${nameOfRecord(event)}: the first ${String(head.size)} records here are not those that were signed`,
    );
  }
  if (toPin.length > 0) parts.keys.pin(toPin);
  return { revision: event.revision, size: head.size, root: head.root, note: recorded.note };
};

/** As many as are good are kept, whatever is wrong with the next one. */
const adoptInOrder = (parts: AdoptParts, events: readonly StoredEvent[]): void => {
  const good: AdoptedCheckpoint[] = [];
  try {
    for (const event of events) good.push(judged(parts, event));
  } finally {
    if (good.length > 0) parts.store.adopt(good);
  }
};

/**
 * Takes over the heads that were written down in the log, in their order, each after it was found to be signed by a key
 * that is believed and to be a head of the tree that was computed here. Follow the log first: a record that the tree does
 * not reach yet waits for the next call. At the first bad one it stops, and nothing behind it is taken over.
 * @throws CodedError `audit.fork`, `audit.note-forged`, `audit.key-unknown`, `audit.other-log`, `event.version-unknown`
 */
export const adoptRecorded = async (parts: AdoptParts): Promise<void> => {
  const { reader, store } = parts;
  for (;;) {
    const from = (store.adoptedRevision() ?? -1) + 1;
    const { events } = await reader.readStream(RECORDED_STREAM, { from, limit: PAGE });
    const reached = events.filter(({ position }) => comparePositions(position, store.lastPosition()) <= 0);
    adoptInOrder(parts, reached);
    if (reached.length < PAGE) return;
  }
};
