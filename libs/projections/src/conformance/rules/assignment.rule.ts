import { ownEntry } from '@duban/domain';
import type { ConformanceRule } from '../conformance-rule.ts';

/** Assigned while the list was not approved yet (domain.md 2.3). A register's item was never on a list of ours. */
export const assignedBeforeList: ConformanceRule = {
  kind: 'before-list',
  step: 'assign',
  label: { zh: '交办', en: 'assignment' },
  find: ({ event }, { items }) => {
    if (event.type !== 'ItemAssigned') return [];
    const item = ownEntry(items, event.data.itemId);
    return item?.stage === 'REGISTERED' && item.imported === null ? [item.itemId] : [];
  },
};
