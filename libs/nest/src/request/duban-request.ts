import type { FastifyRequest } from 'fastify';
import type { HeldPost } from '../identity/held-post.ts';
import type { Bearer, Principal } from '../identity/principal.ts';

/** Somebody who has not chosen a post, with all that they hold today. */
export type Holder = { readonly bearer: Bearer; readonly held: readonly HeldPost[] };

declare module 'fastify' {
  // Declaration merging is how Fastify's request gets a typed property.
  interface FastifyRequest {
    /** Set by the guard; null on routes that are open to everyone. */
    principal: Principal | null;
    /** Set by the guard on routes that need no post. */
    holder: Holder | null;
  }
}

export type { FastifyReply, FastifyRequest } from 'fastify';

/** One value of a header, and only where it came once. */
export const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};
