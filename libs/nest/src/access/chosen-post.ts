import { parsePost, postText, samePost, type Post } from '@duban/kernel';
import type { HeldPost } from '../identity/held-post.ts';
import type { Bearer, Principal } from '../identity/principal.ts';
import { invalid, ProblemError } from '../problems/problem-error.ts';
import { headerOf, type FastifyRequest } from '../request/duban-request.ts';

const POST_HEADER = 'duban-post';

const SHAPE = 'give one post as role@organ, such as organ-lead@cq-housing; GET /v1/me lists yours';

/** `?post=` is for addresses that are followed without headers: downloads and streams of events. It is no parameter of any route. */
const takenFromQuery = (request: FastifyRequest): string | undefined => {
  const query = request.query as Record<string, unknown>;
  if (request.method !== 'GET' || !Object.hasOwn(query, 'post')) return undefined;
  const { post } = query;
  delete query['post'];
  if (typeof post === 'string') return post;
  throw invalid('/query/post', 'post.malformed', SHAPE);
};

const parsed = (text: string, pointer: string): Post => {
  const post = parsePost(text);
  if (post === null) throw invalid(pointer, 'post.malformed', SHAPE);
  return post;
};

/**
 * The post that a request names; null: none.
 * @throws ProblemError `validation-failed` for what is no post, or for two
 */
const namedPost = (request: FastifyRequest): Post | null => {
  const query = takenFromQuery(request);
  const header = headerOf(request, POST_HEADER);
  const inQuery = query === undefined ? null : parsed(query, '/query/post');
  const inHeader = header === undefined ? null : parsed(header, `/headers/${POST_HEADER}`);
  if (inQuery !== null && inHeader !== null && !samePost(inQuery, inHeader))
    throw invalid('/query/post', 'post.two-named', 'header and address name different posts; name one');
  return inHeader ?? inQuery;
};

/** A post that ends today takes its streams with it at midnight. */
const endOf = ({ until }: HeldPost): number =>
  until === null
    ? Number.POSITIVE_INFINITY
    : Temporal.PlainDate.from(until).add({ days: 1 }).toZonedDateTime('Asia/Shanghai').epochMilliseconds;

/**
 * Who asks in which post: the one that the request names, or the only one that they hold. Nobody acts by chance in one of several.
 * @throws ProblemError `post.none`, `post.not-held`, `post.unnamed` or `validation-failed`
 */
export const inChosenPost = (
  request: FastifyRequest,
  { id, name, expiresAt }: Bearer,
  held: readonly HeldPost[],
): Principal => {
  const named = namedPost(request);
  const details = { posts: held.map(postText) };
  if (held.length === 0) throw new ProblemError('post.none');
  if (named === null && held.length > 1) throw new ProblemError('post.unnamed', { details });
  const post = named === null ? held[0] : held.find((one) => samePost(one, named));
  if (post === undefined) throw new ProblemError('post.not-held', { details });
  const { role, organ } = post;
  return { id, name, role, organ, expiresAt: Math.min(expiresAt, endOf(post)) };
};
