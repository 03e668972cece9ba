import type { EventReader, StoredEvent } from '@duban/event-store';
import { CodedError, comparePositions, LOG_START, type Position } from '@duban/kernel';
import { encodeBase64, toHex } from '@duban/audit-tree';
import { jcs } from './jcs.ts';
import { canonicalEvent, type LeafRecord } from './leaf-record.ts';
import type { SealedCheckpoint, SealedLeaf, TileStore } from './tile-store.port.ts';
import type { HashName } from './hash-name.ts';

/** What the first line of a bundle says; see docs/audit.md, "The bundle". */
export type BundleIdentity = {
  readonly origin: string;
  readonly hash: HashName;
  /** Verifier keys of the log, for finding the right pinned key; they prove nothing by themselves. */
  readonly keys: readonly string[];
};

/** Gets whole lines, newline included; may make the exporter wait. */
export type LineWriter = (line: string) => Promise<void> | void;

const PAGE = 512;

type Reader = Pick<EventReader, 'readLog' | 'readStream' | 'head'>;

/** Events of the log in order, one at a time, in pages underneath. */
async function* eventsOf(reader: Reader): AsyncGenerator<StoredEvent> {
  const head = await reader.head();
  let after: Position = LOG_START;
  while (comparePositions(after, head) < 0) {
    const page = await reader.readLog({ after, limit: PAGE });
    yield* page.events;
    after = page.next;
  }
}

function* leavesOf(store: TileStore, start: number, size: number): Generator<SealedLeaf> {
  for (let from = start; from < size; from += PAGE) yield* store.leaves(from, Math.min(from + PAGE, size));
}

type Pair = { readonly event: StoredEvent | null; readonly leaf: SealedLeaf | null };

/** The event of a leaf by its own place, for a log with rows missing, which its store no longer reads in order. */
const partnerOf = async (reader: Reader, { entry, position }: SealedLeaf): Promise<StoredEvent | null> => {
  const { stream, revision } = JSON.parse(entry) as LeafRecord;
  const [event] = (await reader.readStream(stream, { from: revision, limit: 1 })).events;
  return event?.position === position ? event : null;
};

async function* pairsByLeaf(reader: Reader, leaves: Generator<SealedLeaf>): AsyncGenerator<Pair> {
  for (const leaf of leaves) yield { event: await partnerOf(reader, leaf), leaf };
}

/** A damaged log is the very case in which somebody needs the export: what can be read of it is written. */
async function* pairsOfAny(reader: Reader, store: TileStore, size: number): AsyncGenerator<Pair> {
  let written = 0;
  try {
    for await (const pair of pairs(eventsOf(reader), leavesOf(store, 0, size))) {
      yield pair;
      if (pair.leaf !== null) written = pair.leaf.index + 1;
    }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    yield* pairsByLeaf(reader, leavesOf(store, written, size));
  }
}

/** Walks both logs side by side by position. What has no partner is written without one: the checker judges. */
async function* pairs(
  events: AsyncGenerator<StoredEvent>,
  leaves: Generator<SealedLeaf>,
): AsyncGenerator<Pair> {
  let event = await events.next();
  for (const leaf of leaves) {
    while (event.done !== true && comparePositions(event.value.position, leaf.position) < 0) {
      yield { event: event.value, leaf: null };
      event = await events.next();
    }
    const partner = event.done !== true && event.value.position === leaf.position ? event.value : null;
    yield { event: partner, leaf };
    if (partner !== null) event = await events.next();
  }
}

const recordLine = ({ event, leaf }: Pair): string => {
  const eventText = event === null ? 'null' : canonicalEvent(event);
  if (leaf === null) return `{"event":${eventText},"hash":null,"index":null,"leaf":null}\n`;
  const hash = toHex(leaf.hash);
  return `{"event":${eventText},"hash":"${hash}","index":${leaf.index},"leaf":${leaf.entry}}\n`;
};

const timestampLine = (size: number, token: Uint8Array): string =>
  `${jcs({ timestamp: { size, token: encodeBase64(token) } })}\n`;

function* checkpointsOf(store: TileStore): Generator<SealedCheckpoint> {
  let page = store.checkpoints(0, PAGE);
  while (page.length > 0) {
    yield* page;
    page = store.checkpoints(page.at(-1)?.size ?? Infinity, PAGE);
  }
}

/**
 * Writes everything that was sealed as one file of lines: header, records, each checkpoint behind the records that it
 * covers, end. The same log gives the same bytes. Events behind the newest checkpoint are not in it: seal first.
 * @throws CodedError `audit.not-sealed` when there is no checkpoint yet.
 */
export const exportLog = async (
  reader: Reader,
  store: TileStore,
  identity: BundleIdentity,
  write: LineWriter,
): Promise<{ readonly size: number }> => {
  const latest = store.latestCheckpoint();
  if (latest === null)
    throw new CodedError('audit.not-sealed', 'there is no checkpoint yet; seal the log first');
  const { size } = latest;
  await write(`${jcs({ format: 'duban-log', version: 1, size, ...identity })}\n`);
  const checkpoints = checkpointsOf(store);
  let due = checkpoints.next();
  for await (const pair of pairsOfAny(reader, store, size)) {
    await write(recordLine(pair));
    while (pair.leaf !== null && due.done !== true && due.value.size === pair.leaf.index + 1) {
      await write(`${jcs({ checkpoint: due.value.note })}\n`);
      for (const token of store.timestamps(due.value.size)) await write(timestampLine(due.value.size, token));
      due = checkpoints.next();
    }
  }
  await write(`${jcs({ end: { size } })}\n`);
  return { size };
};
