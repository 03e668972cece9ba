import { rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { Commitment, ItemState } from '../case.state.ts';
import type { Disposition } from '../case.vocabulary.ts';

/** Kept, or on its way where the item is tracked, as the organ says. */
const isAnswered = ({ fulfilledBy, rolledOver }: Commitment, chosen: Disposition): boolean =>
  fulfilledBy !== null || (chosen === 'long-term-tracking' && rolledOver > 0);

/**
 * A promise that is not kept closes nothing, unless it is given up with reasons or goes on under tracking (S3 art. 22); and what the
 * organ says of it counts once the committee or the deputy has verified it.
 */
export const refuseCommitments = (
  { itemId, cycle }: ItemState,
  chosen: Disposition,
): Rejected<CaseRejection> | null => {
  if (['not-implementable', 'superseded'].includes(chosen)) return null;
  const promised = cycle?.commitments ?? [];
  if (promised.some((commitment) => !isAnswered(commitment, chosen)))
    return rejected('closing.commitments-open', { itemId });
  const unverified = promised.filter(({ judgement }) => judgement?.data.verified !== true);
  return unverified.length === 0
    ? null
    : rejected('closing.commitments-unverified', { itemId, commitments: unverified.map(({ id }) => id) });
};
