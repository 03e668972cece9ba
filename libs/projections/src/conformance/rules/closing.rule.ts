import { handled, ownEntry } from '@duban/domain';
import type { ConformanceRule } from '../conformance-rule.ts';

/** Nobody strikes off their own work: neither the organ that closed nor the one that verified has handled the item (domain.md 2.3; C48). */
export const closedByHandler: ConformanceRule = {
  kind: 'by-handling-organ',
  step: 'close',
  label: { zh: '销号', en: 'closing' },
  find: ({ event }, before) => {
    if (event.type !== 'ItemClosed') return [];
    const { itemId, verifier } = event.data;
    const item = ownEntry(before.items, itemId);
    const organs = [event.actor.organ, verifier];
    return item !== undefined && organs.some((organ) => handled(before, item, organ)) ? [itemId] : [];
  },
};
