import { ownEntry } from '../own-entry.ts';
import { onEachEvent } from './examination-rule.ts';

/** An item that was merged or withdrawn while it stood still and then resumed came back to life. */
export const resumptionRules = [
  onEachEvent('item.wrong-stage', ({ type, data }, before) => {
    if (type !== 'ItemResumed' || before.status === 'unopened') return [];
    const stage = ownEntry(before.items, data.itemId)?.stage ?? null;
    return stage === 'SUSPENDED' ? [] : [{ itemId: data.itemId, stage }];
  }),
] as const;
