import { rejected, ROLES, samePost } from '@duban/kernel';
import type { Data, Stored } from '../schema/data.ts';
import { closed, date, id, oneOf, person } from '../schema/parts.ts';
import { refuseNoBasis, refuseNoDate, refusePast } from './post-guards.ts';
import type { PostStep } from './post-step.ts';
import { lastDayOf, type Grant, type PostsState } from './posts.state.ts';

/** `lastDay`: in Asia/Shanghai; yesterday takes the post away at once. */
const postEnded = closed({ personId: person(), role: oneOf(...ROLES), organ: id(), lastDay: date() });

export type PostEnded = Stored<'PostEnded', typeof postEnded>;
type Ended = Data<typeof postEnded>;

const isOf = (grant: Grant, data: Ended): boolean =>
  grant.personId === data.personId && samePost(grant, data);

const reachesBeyond = (grant: Grant, day: string, state: PostsState): boolean => {
  const ends = lastDayOf(grant, state);
  return ends === null || ends > day;
};

const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();

export const endPost: PostStep<typeof postEnded, PostEnded> = {
  label: { zh: '免去岗位', en: 'End a post' },
  data: postEnded,
  who: ['security-admin'],
  decide: (data, state, { basis, decidedOn }) => {
    const refused = refuseNoBasis(basis) ?? refuseNoDate(data.lastDay);
    if (refused !== null) return refused;
    const own = state.grants.filter((grant) => isOf(grant, data));
    if (own.length === 0) return rejected('post.never-granted');
    if (!own.some((grant) => reachesBeyond(grant, data.lastDay, state))) return [];
    return refusePast(data.lastDay, dayBefore(decidedOn)) ?? [{ type: 'PostEnded', data }];
  },
  events: {
    PostEnded: {
      data: postEnded,
      seenBy: 'auditors',
      published: false,
      fold: (state, { data }) => ({
        ...state,
        grants: state.grants.map((grant) =>
          isOf(grant, data) && reachesBeyond(grant, data.lastDay, state)
            ? { ...grant, until: data.lastDay }
            : grant,
        ),
      }),
    },
  },
};
