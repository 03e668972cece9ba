import type { FastifyRequest } from 'fastify';
import type { Principal } from '../identity/principal.ts';

declare module 'fastify' {
  // Declaration merging is how Fastify's request gets a typed property.
  interface FastifyRequest {
    /** Set by the guard; null on routes that are open to everyone. */
    principal: Principal | null;
  }
}

export type { FastifyReply, FastifyRequest } from 'fastify';

/** One value of a header, and only where it came once. */
export const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};
