import { ORGAN_ROLES, rejected, type Rejected, type Role } from '@duban/kernel';
import type { PostRejection } from './post-step.ts';
import { idsOfPerson, lastDayOf, type Grant, type PostsState } from './posts.state.ts';

const WATCHING: readonly Role[] = ['auditor', 'system-admin', 'security-admin', 'audit-admin'];
const BUSINESS: readonly Role[] = [
  'supervision-office',
  'working-body',
  'chairpersons-council',
  'general-office',
  'deputy',
  ...ORGAN_ROLES,
];

/**
 * Roles that one person cannot have at once: a member of the Standing Committee holds no administrative, supervisory or judicial
 * office (Local Organic Law 2022, article 47; the Chairpersons' Council is made of members), and who audits or administers has no
 * business in the cases (DESIGN).
 */
const INCOMPATIBLE: readonly (readonly [readonly Role[], readonly Role[]])[] = [
  [['chairpersons-council'], ORGAN_ROLES],
  [WATCHING, BUSINESS],
];

const areIncompatible = (one: Role, other: Role): boolean =>
  INCOMPATIBLE.some(
    ([some, others]) =>
      (some.includes(one) && others.includes(other)) || (some.includes(other) && others.includes(one)),
  );

const overlap = (one: Grant, other: Grant, state: PostsState): boolean => {
  const [oneEnds, otherEnds] = [lastDayOf(one, state), lastDayOf(other, state)];
  return (otherEnds === null || one.from <= otherEnds) && (oneEnds === null || other.from <= oneEnds);
};

/** Refuses a state in which a person has two posts on one day that do not go together. */
export const refuseIncompatible = (personId: string, state: PostsState): Rejected<PostRejection> | null => {
  const ids = idsOfPerson(personId, state);
  const own = state.grants.filter((grant) => ids.includes(grant.personId));
  for (const [at, one] of own.entries())
    for (const other of own.slice(at + 1))
      if (areIncompatible(one.role, other.role) && overlap(one, other, state))
        return rejected('post.incompatible', { one: one.role, other: other.role });
  return null;
};
