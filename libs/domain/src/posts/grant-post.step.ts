import { rejected, ROLES, samePost, type Rejected } from '@duban/kernel';
import type { Data, Stored } from '../schema/data.ts';
import { closed, date, id, oneOf, orNull, person } from '../schema/parts.ts';
import { refuseIncompatible } from './incompatible-posts.ts';
import { refuseNoBasis, refuseNoDate, refuseOwn, refusePast } from './post-guards.ts';
import type { PostRejection, PostStep } from './post-step.ts';
import { lastDayOf, type PostsState } from './posts.state.ts';

/** Days in Asia/Shanghai, both included; `until` null: to the end of the term. */
const postGranted = closed({
  personId: person(),
  role: oneOf(...ROLES),
  organ: id(),
  from: date(),
  until: orNull(date()),
});

export type PostGranted = Stored<'PostGranted', typeof postGranted>;
type Granted = Data<typeof postGranted>;

/** What is there already of this post in the days asked for: the same, something else, or nothing (null). */
const standing = (data: Granted, state: PostsState): 'same' | Rejected<PostRejection> | null => {
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

export const grantPost: PostStep<typeof postGranted, PostGranted> = {
  label: { zh: '授予岗位', en: 'Grant a post' },
  data: postGranted,
  who: ['security-admin'],
  decide: (data, state, context) => {
    const { from, until } = data;
    const refused =
      refuseOwn([data.personId], state, context) ?? refuseNoBasis(context.basis) ?? refuseNoDate(from, until);
    if (refused !== null) return refused;
    const known = standing(data, state);
    if (known === 'same') return [];
    if (until !== null && until < from) return rejected('post.ends-before-it-begins');
    const against = refusePast(from, context.decidedOn) ?? known;
    if (against !== null) return against;
    return (
      refuseIncompatible(data.personId, { ...state, grants: [...state.grants, data] }) ?? [
        { type: 'PostGranted', data },
      ]
    );
  },
  events: {
    PostGranted: {
      data: postGranted,
      seenBy: 'auditors',
      published: false,
      fold: (state, { data }) => ({ ...state, grants: [...state.grants, data] }),
    },
  },
};
