import type { FastifyRequest } from '../request/duban-request.ts';

const ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const HOSTS = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/**
 * Asked from this machine, by a name of this machine: a page elsewhere whose name was made to point here (DNS
 * rebinding) still carries its own name in `Host`.
 */
export const isLoopback = (request: FastifyRequest): boolean =>
  ADDRESSES.has(request.socket.remoteAddress ?? '') && HOSTS.test(request.headers.host ?? '');
