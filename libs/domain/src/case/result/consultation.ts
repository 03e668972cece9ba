import { rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { DraftState, ItemState, OpenedCase } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';

/** The addressee answers, through its office; a bureau's work reaches the Congress only that way (section 8, 5). */
export const refuseOtherAddressee = (
  items: readonly ItemState[],
  { actor }: CommandContext,
): Rejected<CaseRejection> | null => {
  const foreign = items.find(({ addressee }) => addressee !== actor.organ);
  return foreign === undefined || actor.role === 'government-office'
    ? null
    : rejected('assignment.not-addressee', { itemId: foreign.itemId, addressee: foreign.addressee });
};

/** The latest draft that covers an item is the one an opinion and a result must go by. */
export const latestDraft = ({ drafts }: OpenedCase, items: readonly ItemState[]): DraftState | undefined => {
  const [first, ...others] = items.map(({ itemId }) =>
    drafts.findLast((draft) => draft.itemIds.includes(itemId)),
  );
  return others.every((draft) => draft === first) ? first : undefined;
};
