import { rejected } from '@duban/kernel';
import { closed, person } from '../schema/parts.ts';
import { proposalRef } from '../schema/references.ts';
import { endedBySame } from '../two-persons/ended-proposal.ts';
import { refuseSecondPerson, standsForTwo } from '../two-persons/two-persons.ts';
import { administratorsAround, type ErasureStep } from './erasure-step.ts';
import { erasureOrderedRecord, type ErasureOrdered } from './ordered-erasure.ts';

const sent = closed({ person: person(), proposalId: proposalRef() });

/** The second administrator: another person. What they confirm cannot be undone. */
export const confirmErasure: ErasureStep<typeof sent, ErasureOrdered> = {
  label: { zh: '确认删除个人信息', en: 'Confirm an erasure' },
  data: sent,
  who: ['security-admin'],
  decide: ({ proposalId }, { proposals }, context) => {
    const proposal = proposals.find((each) => each.proposalId === proposalId);
    if (proposal === undefined) return rejected('proposal.unknown', { proposalId });
    if (endedBySame(proposal, 'confirmed', context)) return [];
    const { around, alone } = administratorsAround(context);
    const byOnePerson = standsForTwo(proposal, around);
    return (
      refuseSecondPerson(proposal, around, alone) ?? [
        { type: 'ErasureOrdered', data: { ...proposal.asked, proposalId, byOnePerson } },
      ]
    );
  },
  events: { ErasureOrdered: erasureOrderedRecord },
};
