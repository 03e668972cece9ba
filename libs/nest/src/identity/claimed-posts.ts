import type { JWTPayload } from 'jose';
import { isRole, parsePost, samePost, type Post } from '@duban/kernel';

const listed = (claim: unknown): readonly string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((entry) => typeof entry === 'string');

/** Roles that are all held at one organ; of several roles and several organs nobody knows which go together. */
const atOneOrgan = ({ duban_role: role, duban_organ: organ }: JWTPayload): readonly Post[] => {
  const [one, ...others] = listed(organ);
  if (one === undefined || one === '' || others.length > 0) return [];
  return listed(role)
    .filter(isRole)
    .map((known) => ({ role: known, organ: one }));
};

/**
 * The posts that a token claims: `duban_posts` (`organ-lead@cq-housing`, one or a list), and `duban_role` at `duban_organ`. What is
 * no post is left out, so that a mistyped one opens nothing and shuts nobody out of the others.
 */
export const claimedPosts = (claims: JWTPayload): readonly Post[] => {
  const posts = listed(claims['duban_posts']).flatMap((text) => parsePost(text) ?? []);
  const all = [...posts, ...atOneOrgan(claims)];
  return all.filter((post, at) => all.findIndex((other) => samePost(post, other)) === at);
};
