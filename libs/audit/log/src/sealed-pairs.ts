import type { EventReader, StoredEvent } from '@duban/event-store';
import { CodedError, comparePositions, LOG_START, type Position } from '@duban/kernel';
import type { LeafRecord } from './leaf-record.ts';
import type { SealedLeaf, TileStore } from './tile-store.port.ts';

const PAGE = 512;

export type PairReader = Pick<EventReader, 'readLog' | 'readStream' | 'head'>;

/** Events of the log in order, one at a time, in pages underneath. */
async function* eventsOf(reader: PairReader): AsyncGenerator<StoredEvent> {
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

/** An event of the log and the leaf that was sealed for it; either may be missing. */
export type Pair = { readonly event: StoredEvent | null; readonly leaf: SealedLeaf | null };

/** The event of a leaf by its own place, for a log with rows missing, which its store no longer reads in order. */
const partnerOf = async (
  reader: PairReader,
  { entry, position }: SealedLeaf,
): Promise<StoredEvent | null> => {
  const { stream, revision } = JSON.parse(entry) as LeafRecord;
  const [event] = (await reader.readStream(stream, { from: revision, limit: 1 })).events;
  return event?.position === position ? event : null;
};

async function* pairsByLeaf(reader: PairReader, leaves: Generator<SealedLeaf>): AsyncGenerator<Pair> {
  for (const leaf of leaves) yield { event: await partnerOf(reader, leaf), leaf };
}

/** A damaged log is the very case in which somebody needs the export: what can be read of it is written. */
export async function* sealedPairs(reader: PairReader, store: TileStore, size: number): AsyncGenerator<Pair> {
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
