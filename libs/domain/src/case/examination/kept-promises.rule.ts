import { refuseCommitments } from '../closing/kept-promises.ts';
import { ownEntry } from '../own-entry.ts';
import { onEachEvent } from './examination-rule.ts';

/** An item that was closed on the word of the organ alone. */
export const keptPromiseRules = [
  onEachEvent('closing.commitments-unverified', ({ type, data }, before) => {
    if (type !== 'ItemClosed' || before.status === 'unopened') return [];
    const item = ownEntry(before.items, data.itemId);
    const refusal = item === undefined ? null : refuseCommitments(item, data.disposition);
    return refusal?.rejected === 'closing.commitments-unverified' ? [refusal.details ?? {}] : [];
  }),
] as const;
