import type { EventReader, StoredEvent } from '@duban/event-store';
import { CodedError, comparePositions, LOG_START, type Position } from '@duban/kernel';
import { toHex } from '@duban/audit-tree';
import { jcs } from './jcs.ts';
import { canonicalEvent } from './leaf-record.ts';
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

/** Events of the log in order, one at a time, in pages underneath. */
async function* eventsOf(reader: Pick<EventReader, 'readLog' | 'head'>): AsyncGenerator<StoredEvent> {
  const head = await reader.head();
  let after: Position = LOG_START;
  while (comparePositions(after, head) < 0) {
    const page = await reader.readLog({ after, limit: PAGE });
    yield* page.events;
    after = page.next;
  }
}

function* leavesOf(store: TileStore, size: number): Generator<SealedLeaf> {
  for (let from = 0; from < size; from += PAGE) yield* store.leaves(from, Math.min(from + PAGE, size));
}

type Pair = { readonly event: StoredEvent | null; readonly leaf: SealedLeaf | null };

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
  reader: Pick<EventReader, 'readLog' | 'head'>,
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
  for await (const pair of pairs(eventsOf(reader), leavesOf(store, size))) {
    await write(recordLine(pair));
    while (pair.leaf !== null && due.done !== true && due.value.size === pair.leaf.index + 1) {
      await write(`${jcs({ checkpoint: due.value.note })}\n`);
      due = checkpoints.next();
    }
  }
  await write(`${jcs({ end: { size } })}\n`);
  return { size };
};
