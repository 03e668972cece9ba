import type { RegisterEventRecord } from '../register/register-step.ts';
import type { Stored } from '../schema/data.ts';
import { closed, flag, id, oneOf, orNull, person } from '../schema/parts.ts';
import { proposalRef } from '../schema/references.ts';
import { withProposalEnded } from '../two-persons/ended-proposal.ts';
import { ERASURE_REQUESTERS } from './erasure-requester.ts';
import type { ErasureState } from './erasure.state.ts';

const asked = { person: person(), legalBasis: id(), requestedBy: oneOf(...ERASURE_REQUESTERS) };

/** `legalBasis`: article, decision or retention rule. It is in the log for ever: no names. */
export const askedErasure = () => closed(asked);

/** `proposalId` null: nobody proposed it first. `byOnePerson`: one person stood for two. */
const erasureOrdered = closed({ ...asked, proposalId: orNull(proposalRef()), byOnePerson: flag() });

/** It is decided, and carried out at once or by the next start; `PersonalDataErased` says that it was. */
export type ErasureOrdered = Stored<'ErasureOrdered', typeof erasureOrdered>;

export const erasureOrderedRecord: RegisterEventRecord<ErasureState, ErasureOrdered> = {
  data: erasureOrdered,
  seenBy: 'auditors',
  published: false,
  fold: ({ proposals }, { data, actor }) => ({
    proposals: withProposalEnded(proposals, data.proposalId, 'confirmed', actor),
  }),
};
