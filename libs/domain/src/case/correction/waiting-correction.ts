import { isRejected, rejected, type Actor, type Rejected } from '@duban/kernel';
import type { Proposal } from '../../two-persons/two-persons.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { CorrectionProposal, OpenedCase } from '../case.state.ts';
import { refuseForeign, standsBeside } from './author.ts';
import { factById, type CorrectableFact } from './correctable-facts.ts';

/** The same in the words that all acts of two persons share. */
export const waitingOf = ({ by, status, data }: CorrectionProposal): Proposal => ({
  ...{ proposalId: data.proposalId, expiresOn: data.expiresOn },
  ...{ proposedBy: by, status },
});

export type KnownProposal = { readonly proposal: CorrectionProposal; readonly fact: CorrectableFact };

/**
 * The proposal and the fact it is about, for whoever stands beside the author; why not for everybody else. Who proposed it
 * belongs to those: whether one person may stand for two is another question.
 */
export const proposalFor = (
  state: OpenedCase,
  proposalId: string,
  actor: Actor,
): KnownProposal | Rejected<CaseRejection> => {
  const proposal = state.proposals.find(({ data }) => data.proposalId === proposalId);
  if (proposal === undefined) return rejected('proposal.unknown', { proposalId });
  const fact = factById(state, proposal.data.targetEventId);
  if (fact === undefined) return rejected('case.event-unknown', { eventId: proposal.data.targetEventId });
  const isBeside = standsBeside(fact, actor) || refuseForeign(fact, actor) === null;
  return isBeside ? { proposal, fact } : rejected('proposal.not-yours', { proposalId });
};

/** Marks a proposal as ended by this actor. */
export const withEnded = (
  state: OpenedCase,
  proposalId: string,
  status: 'confirmed' | 'declined',
  endedBy: Actor,
): OpenedCase => ({
  ...state,
  proposals: state.proposals.map((proposal) =>
    proposal.data.proposalId === proposalId ? { ...proposal, status, endedBy } : proposal,
  ),
});

/** The same command again after its own effect. */
export const endedAlready = (
  state: OpenedCase,
  proposalId: string,
  status: 'confirmed' | 'declined',
  actor: Actor,
): boolean => {
  const known = proposalFor(state, proposalId, actor);
  return !isRejected(known) && known.proposal.status === status && known.proposal.endedBy?.id === actor.id;
};
