import { readWholeStream, type EventReader } from '@duban/event-store';
import type { HashName } from './hash-name.ts';
import { sealComparer } from './seal-comparer.ts';
import { sealedPairs, type PairReader } from './sealed-pairs.ts';
import { leafEntry } from './leaf-record.ts';
import type { TileStore } from './tile-store.port.ts';

export type SealedState = {
  /** Records that were sealed. */
  readonly sealed: number;
  /** Records under a signed head. */
  readonly signed: number;
  /** The first record that is not what was sealed. */
  readonly firstAltered: number | null;
};

/** The whole log against its proofs, page by page. Reads only, and needs no key. */
export const checkSealed = async (
  reader: PairReader,
  store: TileStore,
  hash: HashName,
): Promise<SealedState> => {
  const sealed = store.size();
  const comparer = sealComparer(store, hash);
  for await (const pair of sealedPairs(reader, store, sealed)) {
    comparer.take(pair);
    if (comparer.firstAltered() !== null) break;
  }
  return { sealed, signed: store.latestCheckpoint()?.size ?? 0, firstAltered: comparer.firstAltered() };
};

/** The sealed events of one stream against their leaves: the record of the first one that is another, or null. */
export const checkSealedStream = async (
  reader: Pick<EventReader, 'readStream'>,
  store: TileStore,
  { stream, hash }: { readonly stream: string; readonly hash: HashName },
): Promise<number | null> => {
  for (const event of await readWholeStream(reader, stream)) {
    const leaf = store.findEvent(event.id) ?? store.findPosition(event.position);
    if (leaf !== null && leafEntry(event, hash) !== leaf.entry) return leaf.index;
  }
  return null;
};
