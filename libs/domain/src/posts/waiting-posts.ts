import { rejected, type Actor, type Rejected } from '@duban/kernel';
import type { RegisterContext } from '../register/register-step.ts';
import { endedBySame, withProposalEnded } from '../two-persons/ended-proposal.ts';
import { refuseEnded, refuseSecondPerson, samePersonBy, standsForTwo } from '../two-persons/two-persons.ts';
import type { PostRejection } from './post-step.ts';
import { linkedPersonsOf, type PostProposal, type PostsState } from './posts.state.ts';
import { mayStandForTwo } from './second-administrator.ts';

type Act = PostProposal['act'];
type ProposalOf<A extends Act> = Extract<PostProposal, { readonly act: A }>;

/** The proposal of this kind by its id. */
export const proposalOf = <A extends Act>(
  act: A,
  proposalId: string,
  { proposals }: PostsState,
): ProposalOf<A> | undefined =>
  proposals.find((each): each is ProposalOf<A> => each.act === act && each.proposalId === proposalId);

export const unknownProposal = (proposalId: string): Rejected<PostRejection> =>
  rejected('proposal.unknown', { proposalId });

/** An id of its own for the next proposal. */
export const nextProposalId = (act: Act, { proposals }: PostsState): string =>
  `${act}-${proposals.length + 1}`;

/** Ends it in the state, and changes nothing where no proposal is named. */
export const withPostProposalEnded = (
  state: PostsState,
  proposalId: string | undefined,
  status: 'confirmed' | 'declined',
  actor: Actor,
): PostsState => ({
  ...state,
  proposals: withProposalEnded(state.proposals, proposalId, status, actor),
});

const personsIn = (proposal: PostProposal): readonly string[] =>
  proposal.act === 'grant' ? [proposal.asked.personId] : [proposal.asked.personId, proposal.asked.otherId];

/** Why this administrator does not confirm it, or whether one stands for two by it. */
export const confirmedBy = (
  proposal: PostProposal,
  state: PostsState,
  context: RegisterContext,
): Rejected<PostRejection> | { readonly byOnePerson: boolean } => {
  const around = {
    ...{ actor: context.actor, today: context.decidedOn },
    samePerson: samePersonBy(linkedPersonsOf(state)),
  };
  const alone = mayStandForTwo('grant', state, context, personsIn(proposal));
  return refuseSecondPerson(proposal, around, alone) ?? { byOnePerson: standsForTwo(proposal, around) };
};

/** Why nobody declines this proposal, or nothing to do (an empty answer); null where it is declined now. */
export const judgeDecline = (
  act: Act,
  proposalId: string,
  state: PostsState,
  context: RegisterContext,
): readonly [] | Rejected<PostRejection> | null => {
  const proposal = proposalOf(act, proposalId, state);
  if (proposal === undefined) return unknownProposal(proposalId);
  return endedBySame(proposal, 'declined', context) ? [] : refuseEnded(proposal, context.decidedOn);
};
