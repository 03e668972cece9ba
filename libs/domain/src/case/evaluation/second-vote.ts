import type { EvaluationRecords, OpenedCase } from '../case.state.ts';
import { ownEntry } from '../own-entry.ts';

type Vote = EvaluationRecords['votes'][number];

/** Votes of the present cycle of any of these items: a second one takes their place, whatever it asks, for the latest counts. */
export const earlierVotes = (
  state: OpenedCase,
  itemIds: readonly string[],
): { readonly itemId: string | null; readonly votes: readonly Vote[] } => {
  const votesOn = (itemId: string): readonly Vote[] => {
    const cycle = ownEntry(state.items, itemId)?.cycle?.n;
    return state.records.votes.filter(
      (record) => cycle !== undefined && ownEntry(record.cycleOf, itemId) === cycle,
    );
  };
  const itemId = itemIds.find((each) => votesOn(each).length > 0) ?? null;
  const found = new Set(itemIds.flatMap(votesOn));
  return { itemId, votes: state.records.votes.filter((vote) => found.has(vote)) };
};
