import { rejected } from '@duban/kernel';
import { sameFacts } from '../equality/same-facts.ts';
import type { Stored } from '../schema/data.ts';
import { closed, date, id, oneOf, person } from '../schema/parts.ts';
import { newId } from '../schema/references.ts';
import { expiryOf, isWaiting } from '../two-persons/two-persons.ts';
import { ERASURE_REQUESTERS } from './erasure-requester.ts';
import type { ErasureStep } from './erasure-step.ts';
import type { ErasureProposal } from './erasure.state.ts';
import { askedErasure } from './ordered-erasure.ts';

const sent = askedErasure();

/** `expiresOn`: the last day on which it can be confirmed. */
const erasureProposed = closed({
  proposalId: newId(),
  person: person(),
  legalBasis: id(),
  requestedBy: oneOf(...ERASURE_REQUESTERS),
  expiresOn: date(),
});

/** Nothing is erased yet: it waits for a second administrator. */
export type ErasureProposed = Stored<'ErasureProposed', typeof erasureProposed>;

export const proposeErasure: ErasureStep<typeof sent, ErasureProposed> = {
  label: { zh: '提出删除个人信息', en: 'Propose an erasure' },
  data: sent,
  who: ['security-admin'],
  decide: (data, { proposals }, { decidedOn }) => {
    const waiting = proposals.find((each) => isWaiting(each, decidedOn));
    if (waiting !== undefined)
      return sameFacts(waiting.asked, data)
        ? []
        : rejected('proposal.waiting', { proposalId: waiting.proposalId });
    const proposalId = `erasure-${proposals.length + 1}`;
    return [{ type: 'ErasureProposed', data: { proposalId, ...data, expiresOn: expiryOf(decidedOn) } }];
  },
  events: {
    ErasureProposed: {
      data: erasureProposed,
      seenBy: 'auditors',
      published: false,
      fold: ({ proposals }, { data, actor, decidedOn: proposedOn }) => {
        const { proposalId, expiresOn, ...asked } = data;
        const proposal: ErasureProposal = {
          ...{ proposalId, proposedBy: actor, proposedOn, expiresOn },
          status: 'waiting',
          endedBy: null,
          asked,
        };
        return { proposals: [...proposals, proposal] };
      },
    },
  },
};
