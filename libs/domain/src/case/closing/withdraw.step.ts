import { isRejected, rejected, type Actor } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { DECIDED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, freeText, id, listOf, person } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { ItemState, OpenedCase } from '../case.state.ts';
import { ENDED_STAGES, OPEN_STAGES } from '../case.vocabulary.ts';
import { refuseSupervised } from '../competence.ts';
import { refuseWhileFailurePending } from '../evaluation/pending-failure.ts';
import { findItem, isOpen, withItem } from '../item-access.ts';
import type { Step } from '../step.ts';

const itemWithdrawn = closed({ itemId: itemRef(), reason: freeText(), consentDocs: listOf(id()) });

export type ItemWithdrawn = Stored<'ItemWithdrawn', typeof itemWithdrawn>;

const sent = closed({ ...itemWithdrawn.properties, consentOf: Type.Optional(listOf(person())) });

/** Who issued the item: its proposers, else the committee or office that opened the case, or the Council above them. */
const isIssuer = ({ opened, openedBy }: OpenedCase, item: ItemState, actor: Actor): boolean => {
  if (refuseSupervised([item], { actor }) !== null) return false;
  if (item.proposers.length > 0) {
    return item.proposers.includes(actor.id);
  }
  const issuers = [openedBy.organ, opened.tenant, opened.leadCommittee];
  return actor.role === 'chairpersons-council' || issuers.includes(actor.organ);
};

/** 撤回, in writing, by whoever issued it; a joint suggestion needs every co-signer (S3 art. 10). */
export const withdraw: Step<typeof sent, ItemWithdrawn> = {
  label: { zh: '撤回', en: 'Withdraw' },
  source: { shanghai: [10] },
  data: sent,
  who: ['working-body', 'chairpersons-council', 'supervision-office', 'deputy'],
  decidedBy: DECIDED_BY_COUNCIL,
  onPaper: true,
  at: OPEN_STAGES,
  whose: {
    zh: '由提出者、立案机构或牵头委员会撤回，或由主任会议决定撤回',
    en: 'whoever issued it: its proposers, else the office or committee of the case, or the Council above them',
    isTheirs: (place) => isIssuer(place.state, place.item, place),
  },
  decide: ({ itemId, reason, consentDocs, consentOf = [] }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    if (item.stage === 'WITHDRAWN' && item.withdrawnFor === reason) return [];
    if (!isOpen(item))
      return rejected('item.wrong-stage', { itemId, stage: item.stage, refused: ENDED_STAGES });
    if (!isIssuer(state, item, context.actor)) return rejected('withdraw.not-issuer', { itemId });
    const pending = refuseWhileFailurePending(state, item, context);
    if (pending !== null) return pending;
    const missing = item.proposers.filter(
      (proposer) => proposer !== context.actor.id && !consentOf.includes(proposer),
    );
    if (missing.length > 0 || (item.proposers.length > 1 && consentDocs.length === 0)) {
      return rejected('withdraw.consent-missing', { itemId, missing });
    }
    return [{ type: 'ItemWithdrawn', data: { itemId, reason, consentDocs } }];
  },
  events: {
    ItemWithdrawn: {
      data: itemWithdrawn,
      seenBy: 'public',
      published: true,
      fold: (state, { data }) =>
        withItem(state, data.itemId, (item) => ({ ...item, stage: 'WITHDRAWN', withdrawnFor: data.reason })),
    },
  },
};
