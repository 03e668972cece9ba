import { ownEntry } from '../own-entry.ts';
import { onEachEvent } from './examination-rule.ts';

/** The lead got another date because a co-organ was replaced: nobody had granted it. */
export const coOrganRules = [
  onEachEvent('assignment.date-of-lead', (event, before) => {
    if (event.type !== 'ItemReassigned' || event.data.assignment.role !== 'co') return [];
    if (before.status === 'unopened') return [];
    const { itemId, due } = event.data;
    const standing = ownEntry(before.items, itemId)?.cycle?.due?.date ?? null;
    return standing === null || standing === due.date ? [] : [{ itemId, before: standing, after: due.date }];
  }),
] as const;
