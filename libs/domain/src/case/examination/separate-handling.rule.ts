import type { CaseState } from '../case.state.ts';
import { ownEntry } from '../own-entry.ts';
import { silentLeads } from '../separate-handling.ts';
import { isSuggestion } from '../suggestion/rounds.ts';
import { onEachEvent, type FoundDetails } from './examination-rule.ts';

const silentIn = (state: CaseState, itemIds: readonly string[]): readonly FoundDetails[] =>
  state.status === 'unopened'
    ? []
    : itemIds.flatMap((itemId) => {
        const item = ownEntry(state.items, itemId);
        const organs = item === undefined ? [] : silentLeads(state, item);
        return organs.length === 0 ? [] : [{ itemId, organs }];
      });

/** What was accepted or concluded while an organ that handles its part separately had not answered. */
export const separateHandlingRules = [
  onEachEvent('result.leads-silent', ({ type, data }, before) =>
    type === 'ResultAccepted' ? silentIn(before, data.itemIds) : [],
  ),
  onEachEvent('conclusion.leads-silent', ({ type, data }, before) =>
    type === 'EvaluationConcluded' && before.status !== 'unopened' && isSuggestion(before)
      ? silentIn(before, [data.itemId])
      : [],
  ),
] as const;
