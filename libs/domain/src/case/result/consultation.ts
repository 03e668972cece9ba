import { rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { DraftState, ItemState, OpenedCase } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import { addresseeOf } from '../handlers.ts';

/**
 * The addressee answers, through its own office; the work of a bureau, or of another government that handles the item,
 * reaches the Congress only that way (section 8, 5).
 */
export const refuseOtherAddressee = (
  items: readonly ItemState[],
  state: OpenedCase,
  { actor }: Pick<CommandContext, 'actor'>,
): Rejected<CaseRejection> | null => {
  for (const item of items) {
    const addressee = addresseeOf(state, item);
    if (addressee === actor.organ || (addressee === null && actor.role === 'government-office')) continue;
    return rejected('assignment.not-addressee', { itemId: item.itemId, addressee });
  }
  return null;
};

/** The latest draft that covers an item is the one an opinion and a result must go by. */
export const latestDraft = ({ drafts }: OpenedCase, items: readonly ItemState[]): DraftState | undefined => {
  const [first, ...others] = items.map(({ itemId }) =>
    drafts.findLast((draft) => draft.itemIds.includes(itemId)),
  );
  return others.every((draft) => draft === first) ? first : undefined;
};
