import { rejected, type Rejected } from '@duban/kernel';
import type { OpenedCase } from '../case.state.ts';
import { ownEntry } from '../own-entry.ts';

/** A second vote in a cycle would silently replace the first, whatever it asks: the latest one counts. */
export const refuseSecondVote = (
  state: OpenedCase,
  itemIds: readonly string[],
): Rejected<'vote.already-held'> | null => {
  for (const itemId of itemIds) {
    const cycle = ownEntry(state.items, itemId)?.cycle?.n;
    const first = state.records.votes.find((record) => ownEntry(record.cycleOf, itemId) === cycle);
    if (first !== undefined)
      return rejected('vote.already-held', { itemId, voteId: first.data.voteId, on: first.data.votedOn });
  }
  return null;
};
