import { isRejected, rejected, type Rejected } from '@duban/kernel';
import type { Decide, DecisionsOf } from '../../case.decisions.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { Commitment, OpenedCase } from '../../case.state.ts';
import type { ItemStage } from '../../case.vocabulary.ts';
import { findItem } from '../../item-access.ts';
import { sameFacts } from '../../../equality/same-facts.ts';
import { allCycles } from './send-reply.ts';

/** A promise outlives the closing of its item under tracking, and a change of term; not the end of the item itself. */
const GONE: readonly ItemStage[] = ['MERGED', 'WITHDRAWN', 'TAKEN_BACK'];

const commitmentOf = (
  state: OpenedCase,
  itemId: string,
  commitmentId: string,
): Commitment | Rejected<CaseRejection> => {
  const item = findItem(state, itemId);
  if (isRejected(item)) return item;
  const commitment = allCycles(item).findLast(({ commitments }) =>
    commitments.some(({ id }) => id === commitmentId),
  );
  const found = commitment?.commitments.find(({ id }) => id === commitmentId);
  if (found === undefined) return rejected('commitment.unknown', { itemId, commitmentId });
  if (found.fulfilledBy !== null) return found;
  return GONE.includes(item.stage)
    ? rejected('item.wrong-stage', { itemId, stage: item.stage, refused: GONE })
    : found;
};

const fulfil: Decide<'FulfilCommitment'> = (data, state) => {
  const { itemId, commitmentId, evidence } = data;
  const commitment = commitmentOf(state, itemId, commitmentId);
  if (isRejected(commitment)) return commitment;
  if (commitment.fulfilledBy === null) return [{ type: 'CommitmentFulfilled', data }];
  return sameFacts(commitment.evidence, evidence)
    ? []
    : rejected('commitment.fulfilled', { itemId, commitmentId });
};

/** Unfulfilled promises go on into the next year or term, explained in writing (S3 arts 19, 22). */
const rollOver: Decide<'RollOverCommitment'> = (data, state) => {
  const { itemId, commitmentId, newDueOn, explanation } = data;
  const commitment = commitmentOf(state, itemId, commitmentId);
  if (isRejected(commitment)) return commitment;
  if (commitment.fulfilledBy !== null) return rejected('commitment.fulfilled', { itemId, commitmentId });
  if (commitment.dueOn === newDueOn && commitment.explanation === explanation) return [];
  if (explanation.trim() === '') return rejected('commitment.unexplained', { itemId, commitmentId });
  if (newDueOn <= commitment.dueOn)
    return rejected('commitment.not-later', { dueOn: commitment.dueOn, newDueOn });
  return [{ type: 'CommitmentRolledOver', data }];
};

export const commitmentDecisions: DecisionsOf<'FulfilCommitment' | 'RollOverCommitment'> = {
  FulfilCommitment: fulfil,
  RollOverCommitment: rollOver,
};
