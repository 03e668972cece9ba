import { isRejected, rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { handled } from '../handlers.ts';
import { itemAt } from '../item-access.ts';

type Coverage = { readonly itemIds: readonly string[]; readonly stages: readonly ItemStage[] };

/** Why these items cannot be evaluated now, or by this actor: nobody evaluates what they handled (C48). */
export const refuseCoverage = (
  state: OpenedCase,
  { itemIds, stages }: Coverage,
  { actor }: CommandContext,
): Rejected<CaseRejection> | null => {
  if (itemIds.length === 0 || new Set(itemIds).size !== itemIds.length)
    return rejected('record.items-wrong', { itemIds });
  for (const itemId of itemIds) {
    const item = itemAt(state, itemId, stages);
    if (isRejected(item)) return item;
    if (handled(state, item, actor.organ))
      return rejected('evaluation.by-handler', { itemId, organ: actor.organ });
  }
  return null;
};
