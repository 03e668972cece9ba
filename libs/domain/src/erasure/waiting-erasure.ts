import type { Actor } from '@duban/kernel';
import type { ErasureProposal, ErasureState } from './erasure.state.ts';

export const erasureProposal = (
  { proposals }: ErasureState,
  proposalId: string,
): ErasureProposal | undefined => proposals.find((each) => each.proposalId === proposalId);

/** Ends it in the state, and changes nothing where no proposal is named. */
export const withErasureEnded = (
  state: ErasureState,
  proposalId: string | null,
  status: 'confirmed' | 'declined',
  { id: endedBy }: Actor,
): ErasureState => ({
  proposals: state.proposals.map((each) =>
    each.proposalId === proposalId ? { ...each, status, endedBy } : each,
  ),
});

/** The same command again after its own effect. */
export const erasureEndedBy = (
  { status, endedBy }: ErasureProposal,
  wanted: 'confirmed' | 'declined',
  actor: Actor,
): boolean => status === wanted && endedBy === actor.id;
