import { isRejected, rejected } from '@duban/kernel';
import type { Decide } from '../../case.decisions.ts';
import type { ItemState, OpenedCase } from '../../case.state.ts';
import { ENDED_STAGES } from '../../case.vocabulary.ts';
import type { CommandContext } from '../../command-context.ts';
import { unlessSupervised } from '../../competence.ts';
import { findItem, isOpen } from '../../item-access.ts';
import { unlessFailurePending } from '../evaluation/pending-failure.ts';

/** Who issued the item: its proposers, else the committee or office that opened the case, or the Council above them. */
const isIssuer = ({ opened, openedBy }: OpenedCase, item: ItemState, context: CommandContext): boolean => {
  const { actor } = context;
  if (unlessSupervised([item], context) !== null) return false;
  if (item.proposers.length > 0) {
    return item.proposers.includes(actor.id);
  }
  const issuers = [openedBy.organ, opened.tenant, opened.leadCommittee];
  return actor.role === 'chairpersons-council' || issuers.includes(actor.organ);
};

/** 撤回, in writing, by whoever issued it; a joint suggestion needs every co-signer (S3 art. 10). */
export const withdraw: Decide<'Withdraw'> = (
  { itemId, reason, consentDocs, consentOf = [] },
  state,
  context,
) => {
  const item = findItem(state, itemId);
  if (isRejected(item)) return item;
  if (item.stage === 'WITHDRAWN' && item.withdrawnFor === reason) return [];
  if (!isOpen(item))
    return rejected('item.wrong-stage', { itemId, stage: item.stage, refused: ENDED_STAGES });
  if (!isIssuer(state, item, context)) return rejected('withdraw.not-issuer', { itemId });
  const pending = unlessFailurePending(state, item, context);
  if (pending !== null) return pending;
  const missing = item.proposers.filter(
    (proposer) => proposer !== context.actor.id && !consentOf.includes(proposer),
  );
  if (missing.length > 0 || (item.proposers.length > 1 && consentDocs.length === 0)) {
    return rejected('withdraw.consent-missing', { itemId, missing });
  }
  return [{ type: 'ItemWithdrawn', data: { itemId, reason, consentDocs } }];
};
