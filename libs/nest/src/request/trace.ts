import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const TRACEPARENT = /^00-(?!0{32})(?<traceId>[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The W3C `traceparent` where it is well-formed; anything else is no trace of ours. */
export const traceparentOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined => {
  const { traceparent } = headers;
  return typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : undefined;
};

/** The caller's trace id, or a fresh one: the id by which a problem is found in the log again. */
export const traceIdOf = (request: Pick<IncomingMessage, 'headers'>): string =>
  TRACEPARENT.exec(traceparentOf(request) ?? '')?.groups?.['traceId'] ?? randomUUID().replaceAll('-', '');
