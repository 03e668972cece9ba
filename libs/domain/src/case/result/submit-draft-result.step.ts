import { isRejected, rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { naming } from '../../schema/held-outside.ts';
import { closed, id, listOf, someOf, whole } from '../../schema/parts.ts';
import { fileDigest, itemRef } from '../../schema/references.ts';
import type { AssignmentState, ItemState } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { activeAssignments, findItems, refuseOtherStage, withItems } from '../item-access.ts';
import { refuseSilentLeads } from '../separate-handling.ts';
import { isAddressee } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { latestDraft, refuseOtherAddressee } from './consultation.ts';

const draftResultSubmitted = closed({
  draftVersion: whole(1),
  documentHash: fileDigest(),
  itemIds: listOf(itemRef()),
  /** Co-organs whose opinion is absent and recorded as such. */
  missingCoOpinions: listOf(id()),
});

export type DraftResultSubmitted = Stored<'DraftResultSubmitted', typeof draftResultSubmitted>;

const sent = naming(closed({ documentHash: fileDigest(), itemIds: someOf(itemRef()) }));

const stages: readonly ItemStage[] = ['RECTIFYING', 'REWORK', 'CONSULTING'];

const coOrgans = (items: readonly ItemState[]): readonly AssignmentState[] =>
  items.flatMap(({ cycle }) => activeAssignments(cycle)).filter(({ role }) => role === 'co');

const organs = (assignments: readonly AssignmentState[]): readonly string[] => [
  ...new Set(assignments.map(({ organ }) => organ)),
];

/** The statutory consultation 征求意见 (S1 arts 17, 29, 37): every co-opinion is in, or its absence recorded. */
export const submitDraftResult: Step<typeof sent, DraftResultSubmitted> = {
  label: { zh: '送审结果报告初稿', en: 'Submit the draft result' },
  source: { supervision: [17, 29, 37] },
  data: sent,
  who: ['government-office'],
  onPaper: true,
  at: stages,
  whose: isAddressee,
  decide: ({ documentHash, itemIds }, state, context) => {
    const items = findItems(state, itemIds);
    if (isRejected(items)) return items;
    const latest = latestDraft(state, items);
    const consulting = refuseOtherStage(items, ['CONSULTING', 'SUBMITTED', 'EVALUATING']) === null;
    if (consulting && sameFacts([latest?.documentHash, latest?.itemIds], [documentHash, itemIds])) return [];
    const refusal =
      refuseOtherAddressee(items, state, context) ??
      refuseOtherStage(items, stages) ??
      refuseSilentLeads(state, items);
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
  events: {
    DraftResultSubmitted: {
      data: draftResultSubmitted,
      seenBy: 'parties',
      published: true,
      fold: (state, { data: { draftVersion, documentHash, itemIds } }) =>
        withItems(
          {
            ...state,
            drafts: [...state.drafts, { version: draftVersion, documentHash, itemIds, opinions: {} }],
          },
          itemIds,
          (item) => ({ ...item, stage: 'CONSULTING' }),
        ),
    },
  },
};
