import { ownEntry } from '@duban/domain';
import type { Deviation } from '@duban/contracts';
import { itemIdsOf } from '../audit-trail/item-ids.ts';
import type { LogEntry } from '../fold/log-entry.ts';
import type { StreamDocument } from '../fold/stream-document.ts';
import { conformanceRules } from './conformance-rules.ts';
import { witnessOf } from './deviation.ts';

/** What one event is against, with the case as it was just before. */
export const againstRules = (entry: LogEntry, before: StreamDocument): readonly Deviation[] => {
  if (before.category !== 'case' || before.state.status === 'unopened') return [];
  const { state } = before;
  const named = [...new Set(itemIdsOf(entry.stored.data))].filter(
    (itemId) => ownEntry(state.items, itemId) !== undefined,
  );
  return conformanceRules.flatMap(({ kind, step, label, find }) =>
    find(entry, state, named).map((itemId) => ({
      ...{ itemId, kind, step, label, before: null },
      cycle: ownEntry(state.items, itemId)?.cycle?.n ?? 1,
      shownBy: [witnessOf(entry)],
    })),
  );
};
