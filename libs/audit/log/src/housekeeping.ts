import type { LeafRecord } from './leaf-record.ts';
import type { TileStore } from './tile-store.port.ts';

/**
 * What processes write about their own work: heads that were signed, turns, places. A head over nothing else would be such
 * a record itself, and each would be the reason for the next, for ever.
 */
const HOUSEKEEPING = /^(?:CheckpointSealed$|Lease|Relay)/;

export const isHousekeeping = (type: string): boolean => HOUSEKEEPING.test(type);

const PAGE = 256;

/** Whether the leaves from this index on tell of anything else. */
export const hasNewsFrom = (store: Pick<TileStore, 'leaves'>, index: number): boolean => {
  for (let from = index; ; from += PAGE) {
    const leaves = store.leaves(from, from + PAGE);
    if (leaves.some(({ entry }) => !isHousekeeping((JSON.parse(entry) as LeafRecord).type))) return true;
    if (leaves.length < PAGE) return false;
  }
};
