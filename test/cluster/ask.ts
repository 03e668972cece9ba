import { request } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Member } from './member.ts';

export type Asked = {
  readonly token: string | null;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
};

export type Answered = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
};

/** One request on a connection of its own. Rejects with the code of the socket where no answer came. */
export const ask = async (
  member: Pick<Member, 'port'>,
  { token, path, headers = {}, body }: Asked,
): Promise<Answered> => {
  const sent = request({
    ...{ host: '127.0.0.1', port: member.port(), path, agent: false },
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
  });
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const answer = await text(response);
  const parsed = (answer.startsWith('{') ? JSON.parse(answer) : { text: answer }) as Answered['body'];
  return { status: response.statusCode ?? 0, headers: response.headers, body: parsed };
};

/**
 * Whether no answer came: refused, or reset, as the kernel does with connections that wait at a door while it is shut.
 * What came of the request is not known then, which is what Idempotency-Key is for.
 * Not by `instanceof`: errors of sockets come from outside the realm of the test.
 */
export const isUnanswered = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET');
