import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem-error.ts';

/** Bodies of ours are five levels deep; what is far deeper only wants to exhaust the stack of whoever walks it. */
const DEEPEST = 40;

/** How deep brackets nest in a JSON text, without building anything; brackets inside strings do not count. */
export const isTooDeep = (text: string, deepest: number = DEEPEST): boolean => {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
};

/** Routes that take a file say `takesBytes`; theirs is the stream itself, not yet read. */
const takesBytes = ({ routeOptions: { config } }: FastifyRequest): boolean =>
  'takesBytes' in config && config['takesBytes'] === true;

/** JSON, and bytes where a route takes a file; nothing else. Keys that would reach a prototype are refused by Fastify's own parser. */
export const takeJsonOnly = (instance: FastifyInstance): void => {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeContentTypeParser(['text/plain', 'application/json']);
  instance.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isTooDeep(body)) done(new ProblemError('malformed-request'));
    else void parse(request, body, done);
  });
  instance.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    if (takesBytes(request)) done(null, payload);
    else done(new ProblemError('unsupported-media-type'));
  });
};
