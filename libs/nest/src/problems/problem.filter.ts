import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { errorEntry } from '@duban/contracts';
import type { Logger } from 'pino';
import { LOGGER } from '../tokens.ts';
import { LANGUAGE_TAGS, preferredLanguage } from '../request/language.ts';
import { headerOf, type FastifyReply, type FastifyRequest } from '../request/duban-request.ts';
import { ProblemError } from './problem-error.ts';
import { problemDocument } from './problem-document.ts';
import { problemOf } from './problem-of.ts';
import { allowedMethods } from '../server/known-routes.ts';

const UNAVAILABLE = 503;
const RETRY_AFTER_SECONDS = 5;

/** Sends a problem document; also used where Nest is not there yet, for addresses that cannot be read. */
export const sendProblem = (problem: ProblemError, request: FastifyRequest, reply: FastifyReply): void => {
  const language = preferredLanguage(headerOf(request, 'accept-language'));
  const document = problemDocument(problem, language, request.id);
  if (document.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (document.status === UNAVAILABLE) void reply.header('retry-after', String(RETRY_AFTER_SECONDS));
  void reply
    .code(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', LANGUAGE_TAGS[language])
    .header('vary', 'Accept-Language, Duban-Post')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(document));
};

const FAULT = 500;
/** Told to whoever asks, and no fault of anything. */
const EXPECTED: readonly string[] = ['read-model.building'];

/** Every failure leaves as a problem document; causes stay in this process' own log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger: Logger;

  constructor(@Inject(LOGGER) logger: Logger) {
    this.#logger = logger;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (errorEntry(problem.code).status >= FAULT && !EXPECTED.includes(problem.code))
      this.#logger.error({ err: problem.cause ?? problem, traceId: request.id }, 'request failed');
    if (reply.sent) return;
    const methods = problem.code === 'not-found' ? allowedMethods(request) : [];
    if (methods.length === 0) {
      sendProblem(problem, request, reply);
      return;
    }
    void reply.header('allow', methods.join(', '));
    sendProblem(new ProblemError('method-not-allowed'), request, reply);
  }
}
