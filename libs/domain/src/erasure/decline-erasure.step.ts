import { rejected } from '@duban/kernel';
import type { Stored } from '../schema/data.ts';
import { closed, person } from '../schema/parts.ts';
import { proposalRef } from '../schema/references.ts';
import { endedBySame, withProposalEnded } from '../two-persons/ended-proposal.ts';
import { refuseEnded } from '../two-persons/two-persons.ts';
import type { ErasureStep } from './erasure-step.ts';

const erasureDeclined = closed({ person: person(), proposalId: proposalRef() });

/** Nothing is erased; that it was proposed stays. */
export type ErasureDeclined = Stored<'ErasureDeclined', typeof erasureDeclined>;

/** The second administrator says no, or whoever proposed it takes it back. */
export const declineErasure: ErasureStep<typeof erasureDeclined, ErasureDeclined> = {
  label: { zh: '退回删除个人信息', en: 'Decline an erasure' },
  data: erasureDeclined,
  who: ['security-admin'],
  decide: (data, { proposals }, context) => {
    const proposal = proposals.find(({ proposalId }) => proposalId === data.proposalId);
    if (proposal === undefined) return rejected('proposal.unknown', { proposalId: data.proposalId });
    if (endedBySame(proposal, 'declined', context)) return [];
    return refuseEnded(proposal, context.decidedOn) ?? [{ type: 'ErasureDeclined', data }];
  },
  events: {
    ErasureDeclined: {
      data: erasureDeclined,
      seenBy: 'auditors',
      published: false,
      fold: ({ proposals }, { data, actor }) => ({
        proposals: withProposalEnded(proposals, data.proposalId, 'declined', actor),
      }),
    },
  },
};
