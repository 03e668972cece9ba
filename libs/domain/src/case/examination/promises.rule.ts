import { isRejected } from '@duban/kernel';
import { ownEntry } from '../own-entry.ts';
import { findCommitment, refuseOtherPromise } from '../suggestion/commitment.ts';
import { onEachEvent } from './examination-rule.ts';

/** What became of a promise, said by an organ that neither made it nor took its item over. */
export const promiseRules = [
  onEachEvent('commitment.not-yours', ({ type, data, actor }, before) => {
    if (type !== 'CommitmentFulfilled' && type !== 'CommitmentRolledOver') return [];
    if (before.status === 'unopened') return [];
    const { itemId, commitmentId } = data;
    const promise = findCommitment(before, itemId, commitmentId);
    if (isRejected(promise)) return [];
    const { organ } = actor;
    return refuseOtherPromise(ownEntry(before.items, itemId), promise, actor) === null
      ? []
      : [{ itemId, commitmentId, organ, promisedBy: promise.promisedBy }];
  }),
] as const;
