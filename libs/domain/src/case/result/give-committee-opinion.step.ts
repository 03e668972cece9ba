import { ownEntry } from '../own-entry.ts';
import { isRejected, rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, freeText, listOf, whole, without } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import { opinionVerdict, type ItemStage } from '../case.vocabulary.ts';
import { refuseSupervised } from '../competence.ts';
import { findItems, refuseOtherStage } from '../item-access.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { latestDraft } from './consultation.ts';

const committeeOpinionGiven = closed({
  draftVersion: whole(1),
  itemIds: listOf(itemRef()),
  verdict: opinionVerdict(),
  comments: listOf(freeText()),
});

export type CommitteeOpinionGiven = Stored<'CommitteeOpinionGiven', typeof committeeOpinionGiven>;

const sent = without(committeeOpinionGiven, 'draftVersion');

const stages: readonly ItemStage[] = ['CONSULTING'];

/** Advice, not approval: the law says consult. It may be given anew while the draft is under consultation. */
export const giveCommitteeOpinion: Step<typeof sent, CommitteeOpinionGiven> = {
  label: { zh: '提出专工委意见', en: 'Give the committee’s opinion' },
  source: { supervision: [17, 29, 37] },
  data: sent,
  who: ['working-body'],
  at: stages,
  whose: isNotHandling,
  decide: ({ itemIds, verdict, comments }, state, context) => {
    const items = findItems(state, itemIds);
    if (isRejected(items)) return items;
    const draft = latestDraft(state, items);
    if (draft === undefined) return rejected('result.draft-unknown', { itemIds });
    if (itemIds.every((itemId) => sameFacts(ownEntry(draft.opinions, itemId), { verdict, comments })))
      return [];
    const data = { draftVersion: draft.version, itemIds, verdict, comments };
    return (
      refuseSupervised(items, context) ??
      refuseOtherStage(items, stages) ?? [{ type: 'CommitteeOpinionGiven', data }]
    );
  },
  events: {
    CommitteeOpinionGiven: {
      data: committeeOpinionGiven,
      seenBy: 'parties',
      published: true,
      fold: (state, { data: { draftVersion, itemIds, verdict, comments } }) => {
        const given = Object.fromEntries(itemIds.map((itemId) => [itemId, { verdict, comments }]));
        return {
          ...state,
          drafts: state.drafts.map((draft) =>
            draft.version === draftVersion ? { ...draft, opinions: { ...draft.opinions, ...given } } : draft,
          ),
        };
      },
    },
  },
};
