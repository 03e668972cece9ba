import type { Actor, Post, Role } from '@duban/kernel';

/** Whose token it is. The name is for the page that shows it; it never goes into an event or a log line. */
export type Bearer = {
  readonly id: string;
  readonly name: string;
  /** As the token says; an installation with a register of its own does not ask for them. */
  readonly posts: readonly Post[];
  /** Until when the token speaks for them, in milliseconds since 1970. */
  readonly expiresAt: number;
};

/** Who asks, and in which of their posts. */
export type Principal = Omit<Bearer, 'posts'> & { readonly role: Role; readonly organ: string };

export const actorOf = ({ id, role, organ }: Omit<Principal, 'expiresAt'>): Actor => ({ id, role, organ });
