import type { Actor } from '@duban/kernel';
import type { Proposal } from './two-persons.ts';

/** A proposal of a register, which keeps those that ended. */
export type KeptProposal = Proposal & {
  /** ISO date. */
  readonly proposedOn: string;
  /** Who confirmed or declined it; null while nobody has. */
  readonly endedBy: string | null;
};

type Ending = 'confirmed' | 'declined';

/** The proposals with this one ended; the same where none is named. */
export const withProposalEnded = <Kept extends KeptProposal>(
  proposals: readonly Kept[],
  proposalId: string | null | undefined,
  status: Ending,
  { id: endedBy }: Actor,
): readonly Kept[] =>
  proposals.map((each) => (each.proposalId === proposalId ? { ...each, status, endedBy } : each));

/** The same command again after its own effect. */
export const endedBySame = (
  { status, endedBy }: KeptProposal,
  wanted: Ending,
  { actor }: { readonly actor: Actor },
): boolean => status === wanted && endedBy === actor.id;
