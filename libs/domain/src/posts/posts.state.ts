import { samePost, type Post } from '@duban/kernel';
import { lastDayInTerm } from '../time/last-day-in-term.ts';
import type { KeptProposal } from '../two-persons/ended-proposal.ts';
import type { LinkedPersons } from '../two-persons/two-persons.ts';

/** ISO dates in Asia/Shanghai; both days are included, `until` null: to the end of the term. */
export type Grant = Post & {
  readonly personId: string;
  readonly from: string;
  readonly until: string | null;
};

/** Ids that are one person. */
export type PersonLink = { readonly personId: string; readonly otherId: string };

/** What one security administrator proposed and another confirms. */
export type PostProposal = KeptProposal &
  ({ readonly act: 'grant'; readonly asked: Grant } | { readonly act: 'link'; readonly asked: PersonLink });

export type PostsState = {
  readonly grants: readonly Grant[];
  /** Last days of terms, past ones included. */
  readonly termEnds: readonly string[];
  /** Ids that are one person, in pairs. */
  readonly links: readonly (readonly [string, string])[];
  /** Ended ones included, in the order in which they were made. */
  readonly proposals: readonly PostProposal[];
};

/** Of a register that was never kept. */
export const NO_POSTS: PostsState = { grants: [], termEnds: [], links: [], proposals: [] };

/** Posts of administrators do not lapse with a term: somebody must be there to renew the others. */
const KEPT_BEYOND_TERM: readonly string[] = ['system-admin', 'security-admin', 'audit-admin'];

/** The last day of a grant, by its own date or the term that it began in; null: none is set. */
export const lastDayOf = (grant: Grant, { termEnds }: Pick<PostsState, 'termEnds'>): string | null =>
  lastDayInTerm(grant, KEPT_BEYOND_TERM.includes(grant.role) ? [] : termEnds);

/** Every id of this person: linked ones are one, also over others. */
export const idsOfPerson = (personId: string, { links }: Pick<PostsState, 'links'>): readonly string[] => {
  const ids = new Set([personId]);
  for (let size = 0; size !== ids.size;) {
    size = ids.size;
    const touching = links.filter((pair) => pair.some((id) => ids.has(id)));
    for (const id of touching.flat()) ids.add(id);
  }
  return [...ids];
};

/** Whether two ids are one person, whatever posts they act in: independence is judged by this, never by the post. */
export const samePerson = (one: string, other: string, state: Pick<PostsState, 'links'>): boolean =>
  idsOfPerson(one, state).includes(other);

/** Every linked id with the one that stands for all of its person: the first by its letters. */
export const linkedPersonsOf = ({ links }: Pick<PostsState, 'links'>): LinkedPersons =>
  Object.fromEntries(links.flat().map((id) => [id, idsOfPerson(id, { links }).toSorted()[0] ?? id]));

export type HeldOn = Post & { readonly until: string | null };

type Terms = Pick<PostsState, 'termEnds'>;

/** Whether this post is held on this day, by its own dates and those of the term. */
export const isHeldOn = (grant: Grant, day: string, state: Terms): boolean => {
  const until = lastDayOf(grant, state);
  return grant.from <= day && (until === null || day <= until);
};

/** All posts that a person holds on a day, under any of their ids. */
export const postsHeldOn = (state: PostsState, personId: string, day: string): readonly HeldOn[] => {
  const ids = idsOfPerson(personId, state);
  const held = state.grants
    .filter((grant) => ids.includes(grant.personId) && isHeldOn(grant, day, state))
    .map((grant): HeldOn => ({ role: grant.role, organ: grant.organ, until: lastDayOf(grant, state) }));
  return held.filter((post, at) => held.findIndex((other) => samePost(post, other)) === at);
};
