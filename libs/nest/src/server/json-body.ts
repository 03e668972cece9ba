import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem-error.ts';
import { exceededLimit, JSON_LIMITS, type JsonLimits } from './json-shape.ts';

/** Routes that take a file say `takesBytes`; theirs is the stream itself, not yet read. */
export const takesBytes = ({ routeOptions: { config } }: FastifyRequest): boolean =>
  'takesBytes' in config && config['takesBytes'] === true;

/** Said before the body is built, so no place in it can be named. */
const tooMuch = (exceeded: keyof JsonLimits): ProblemError =>
  new ProblemError('payload-too-large', {
    reason: 'request.too-many-values',
    details: { exceeded, limit: JSON_LIMITS[exceeded] },
  });

/** JSON, and bytes where a route takes a file; nothing else. Keys that would reach a prototype are refused by Fastify's own parser. */
export const takeJsonOnly = (instance: FastifyInstance): void => {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeContentTypeParser(['text/plain', 'application/json']);
  instance.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    const exceeded = exceededLimit(body);
    if (exceeded === null) void parse(request, body, done);
    else done(tooMuch(exceeded));
  });
  instance.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    if (takesBytes(request)) done(null, payload);
    else done(new ProblemError('unsupported-media-type'));
  });
};
