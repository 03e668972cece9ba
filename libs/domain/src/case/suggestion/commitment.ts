import { isRejected, rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { Commitment, ItemState, OpenedCase } from '../case.state.ts';
import { ENDED_STAGES, OPEN_STAGES, type ItemStage } from '../case.vocabulary.ts';
import { allCycles, findItem, withCycle } from '../item-access.ts';

const GONE: readonly ItemStage[] = ['MERGED', 'WITHDRAWN', 'TAKEN_BACK'];

/** A promise outlives the closing of its item under tracking, and a change of term; not the end of the item itself. */
export const STAGES_OF_A_PROMISE: readonly ItemStage[] = [
  ...OPEN_STAGES,
  ...ENDED_STAGES.filter((stage) => !GONE.includes(stage)),
];

export const hasOpenPromise = (item: ItemState): boolean =>
  allCycles(item).some(({ commitments }) => commitments.some(({ fulfilledBy }) => fulfilledBy === null));

/** The commitment as its last cycle holds it; one that is not fulfilled ends with its item. */
export const findCommitment = (
  state: OpenedCase,
  itemId: string,
  commitmentId: string,
): Commitment | Rejected<CaseRejection> => {
  const item = findItem(state, itemId);
  if (isRejected(item)) return item;
  const cycle = allCycles(item).findLast(({ commitments }) =>
    commitments.some(({ id }) => id === commitmentId),
  );
  const found = cycle?.commitments.find(({ id }) => id === commitmentId);
  if (found === undefined) return rejected('commitment.unknown', { itemId, commitmentId });
  if (found.fulfilledBy !== null) return found;
  return GONE.includes(item.stage)
    ? rejected('item.wrong-stage', { itemId, stage: item.stage, refused: GONE })
    : found;
};

export const withCommitment = (
  state: OpenedCase,
  { itemId, commitmentId }: { readonly itemId: string; readonly commitmentId: string },
  change: (commitment: Commitment) => Commitment,
): OpenedCase =>
  withCycle(state, itemId, (cycle) => ({
    ...cycle,
    commitments: cycle.commitments.map((commitment) =>
      commitment.id === commitmentId ? change(commitment) : commitment,
    ),
  }));
