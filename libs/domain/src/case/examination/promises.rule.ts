import { isRejected } from '@duban/kernel';
import { ownCommitment } from '../suggestion/commitment.ts';
import { onEachEvent } from './examination-rule.ts';

/** What became of a promise, said by an organ that neither made it nor took its item over. */
export const promiseRules = [
  onEachEvent('commitment.not-yours', ({ type, data, actor }, before) => {
    if (type !== 'CommitmentFulfilled' && type !== 'CommitmentRolledOver') return [];
    if (before.status === 'unopened') return [];
    const { itemId } = data;
    const { organ } = actor;
    const promise = ownCommitment(before, data, actor);
    return isRejected(promise) && promise.rejected === 'commitment.not-yours'
      ? [{ itemId, organ, ...promise.details }]
      : [];
  }),
] as const;
