import { Type } from '@sinclair/typebox';
import { rejected, ROLES, samePost, type Rejected } from '@duban/kernel';
import type { RegisterContext, RegisterEventRecord } from '../register/register-step.ts';
import type { Data, Stored } from '../schema/data.ts';
import { closed, date, flag, id, oneOf, orNull, person } from '../schema/parts.ts';
import { proposalRef } from '../schema/references.ts';
import { refuseIncompatible } from './incompatible-posts.ts';
import { refuseNoBasis, refuseNoDate, refuseOwn, refusePast } from './post-guards.ts';
import type { PostRejection } from './post-step.ts';
import { lastDayOf, type Grant, type PostsState } from './posts.state.ts';
import { withPostProposalEnded } from './waiting-posts.ts';

const asked = {
  personId: person(),
  role: oneOf(...ROLES),
  organ: id(),
  from: date(),
  until: orNull(date()),
};

/** Days in Asia/Shanghai, both included; `until` null: to the end of the term. */
export const askedPost = () => closed(asked);

/** `proposalId`: two persons granted it. `byOnePerson`: one stood for two. Without either it is older than this rule. */
const postGranted = closed({
  ...asked,
  proposalId: Type.Optional(proposalRef()),
  byOnePerson: Type.Optional(flag()),
});

export type PostGranted = Stored<'PostGranted', typeof postGranted>;
export type AskedPost = Data<ReturnType<typeof askedPost>>;

/** What is there already of this post in the days asked for: the same, something else, or nothing (null). */
const standing = (data: AskedPost, state: PostsState): 'same' | Rejected<PostRejection> | null => {
  const until = lastDayOf(data, state);
  for (const grant of state.grants) {
    if (grant.personId !== data.personId || !samePost(grant, data)) continue;
    if (grant.from === data.from && grant.until === data.until) return 'same';
    const ends = lastDayOf(grant, state);
    if ((ends === null || data.from <= ends) && (until === null || grant.from <= until))
      return rejected('post.held-already', { from: grant.from, until: ends });
  }
  return null;
};

/** Why nobody gets this post in these days; `same`: they have it. Whoever confirms has no paper of their own to name. */
export const judgeGrant = (
  data: AskedPost,
  state: PostsState,
  context: RegisterContext,
): 'same' | Rejected<PostRejection> | null => {
  const { from, until } = data;
  const known = standing(data, state);
  if (known === 'same') return 'same';
  if (until !== null && until < from) return rejected('post.ends-before-it-begins');
  return (
    refusePast(from, context.decidedOn) ??
    known ??
    refuseIncompatible(data.personId, { ...state, grants: [...state.grants, data] })
  );
};

/** What is looked at in every wish for a post before anything else. */
export const refuseAsking = (data: AskedPost, state: PostsState, context: RegisterContext) =>
  refuseOwn([data.personId], state, context) ??
  refuseNoBasis(context.basis) ??
  refuseNoDate(data.from, data.until);

export const grantOf = ({ personId, role, organ, from, until }: AskedPost): Grant => ({
  ...{ personId, role, organ },
  ...{ from, until },
});

export const postGrantedRecord: RegisterEventRecord<PostsState, PostGranted> = {
  data: postGranted,
  seenBy: 'auditors',
  published: false,
  fold: (state, { data, actor }) => ({
    ...withPostProposalEnded(state, data.proposalId, 'confirmed', actor),
    grants: [...state.grants, grantOf(data)],
  }),
};
