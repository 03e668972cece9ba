import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../../equality/same-facts.ts';
import type { DecisionsOf } from '../../case.decisions.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { AssignmentState, DraftState, ItemState, OpenedCase } from '../../case.state.ts';
import type { CommandContext } from '../../command-context.ts';
import { unlessSupervised } from '../../competence.ts';
import { activeAssignments, findItems, unlessAt } from '../../item-access.ts';

/** The addressee answers, through its office; a bureau's work reaches the Congress only that way (section 8, 5). */
export const unlessAddressee = (
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

const coOrgans = (items: readonly ItemState[]): readonly AssignmentState[] =>
  items.flatMap(({ cycle }) => activeAssignments(cycle)).filter(({ role }) => role === 'co');

const organs = (assignments: readonly AssignmentState[]): readonly string[] => [
  ...new Set(assignments.map(({ organ }) => organ)),
];

export const draftDecisions: DecisionsOf<'SubmitDraftResult' | 'GiveCommitteeOpinion'> = {
  /** The statutory consultation 征求意见 (S1 arts 17, 29, 37): every co-opinion is in, or its absence recorded. */
  SubmitDraftResult: ({ documentHash, itemIds }, state, context) => {
    const items = findItems(state, itemIds);
    if (isRejected(items)) return items;
    const latest = latestDraft(state, items);
    const consulting = unlessAt(items, ['CONSULTING', 'SUBMITTED', 'EVALUATING']) === null;
    if (consulting && sameFacts([latest?.documentHash, latest?.itemIds], [documentHash, itemIds])) return [];
    const refusal =
      unlessAddressee(items, context) ?? unlessAt(items, ['RECTIFYING', 'REWORK', 'CONSULTING']);
    if (refusal !== null) return refusal;
    const without = coOrgans(items).filter(({ coOpinion }) => coOpinion === null);
    const open = without.filter(({ coOpinionMissedOn }) => coOpinionMissedOn === null);
    if (open.length > 0) return rejected('result.co-opinions-open', { organs: organs(open) });
    const data = {
      draftVersion: state.drafts.length + 1,
      documentHash,
      itemIds,
      missingCoOpinions: organs(without),
    };
    return [{ type: 'DraftResultSubmitted', data }];
  },

  /** Advice, not approval: the law says consult. It may be given anew while the draft is under consultation. */
  GiveCommitteeOpinion: ({ itemIds, verdict, comments }, state, context) => {
    const items = findItems(state, itemIds);
    if (isRejected(items)) return items;
    const draft = latestDraft(state, items);
    if (draft === undefined) return rejected('result.draft-unknown', { itemIds });
    if (itemIds.every((itemId) => sameFacts(draft.opinions[itemId], { verdict, comments }))) return [];
    const data = { draftVersion: draft.version, itemIds, verdict, comments };
    return (
      unlessSupervised(items, context) ??
      unlessAt(items, ['CONSULTING']) ?? [{ type: 'CommitteeOpinionGiven', data }]
    );
  },
};
