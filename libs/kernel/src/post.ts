import { isRole, type Role } from './role.ts';

/** 岗位: in what role a person acts, and for which organ. A person may hold several. */
export type Post = { readonly role: Role; readonly organ: string };

/** Where the posts of people come from: the register in the log, or the claims of their tokens. */
export const POST_SOURCES = ['register', 'token'] as const;
export type PostSource = (typeof POST_SOURCES)[number];

/** How a post is written in headers, addresses and claims: `organ-lead@cq-housing`, the organ percent-encoded (RFC 3986). */
export const postText = ({ role, organ }: Post): string => `${role}@${encodeURIComponent(organ)}`;

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** Null: this is no post, or one of a role that nobody can have. */
export const parsePost = (text: string): Post | null => {
  const [role = '', organ = '', ...more] = text.split('@');
  const named = decoded(organ);
  if (!isRole(role) || named === null || named === '' || more.length > 0) return null;
  return { role, organ: named };
};

export const samePost = (one: Post, other: Post): boolean =>
  one.role === other.role && one.organ === other.organ;
