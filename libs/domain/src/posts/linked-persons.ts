import { Type } from '@sinclair/typebox';
import { rejected, type Rejected } from '@duban/kernel';
import type { RegisterContext, RegisterEventRecord } from '../register/register-step.ts';
import type { Stored } from '../schema/data.ts';
import { closed, flag, person } from '../schema/parts.ts';
import { proposalRef } from '../schema/references.ts';
import { refuseIncompatible } from './incompatible-posts.ts';
import { refuseNoBasis, refuseOwn } from './post-guards.ts';
import type { PostRejection } from './post-step.ts';
import { samePerson, type PersonLink, type PostsState } from './posts.state.ts';
import { withPostProposalEnded } from './waiting-posts.ts';

const pair = { personId: person(), otherId: person() };

/** The id of a token, of an imported name and of a named signer may be one person. */
export const askedLink = () => closed(pair);

/** `proposalId`, `byOnePerson`: as with a post that was granted. */
const personsLinked = closed({
  ...pair,
  proposalId: Type.Optional(proposalRef()),
  byOnePerson: Type.Optional(flag()),
});

export type PersonsLinked = Stored<'PersonsLinked', typeof personsLinked>;

export const refuseAskingLink = (
  { personId, otherId }: PersonLink,
  state: PostsState,
  context: RegisterContext,
): Rejected<PostRejection> | null =>
  refuseOwn([personId, otherId], state, context) ??
  refuseNoBasis(context.basis) ??
  (personId === otherId ? rejected('post.one-person') : null);

/** Why they are not one person by a word; `same`: they are already. */
export const judgeLink = (
  { personId, otherId }: PersonLink,
  state: PostsState,
): 'same' | Rejected<PostRejection> | null =>
  samePerson(personId, otherId, state)
    ? 'same'
    : refuseIncompatible(personId, { ...state, links: [...state.links, [personId, otherId]] });

export const personsLinkedRecord: RegisterEventRecord<PostsState, PersonsLinked> = {
  data: personsLinked,
  seenBy: 'auditors',
  published: false,
  fold: (state, { data: { personId, otherId, proposalId }, actor }) => ({
    ...withPostProposalEnded(state, proposalId, 'confirmed', actor),
    links: [...state.links, [personId, otherId]],
  }),
};
