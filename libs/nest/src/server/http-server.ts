import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { TlsSettings } from '@duban/config';
import type { Logger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { sendProblem } from '../problems/problem.filter.ts';
import { traceIdOf } from '../request/trace.ts';
import { limitSlowBodies, type BodyTimes } from './body-deadline.ts';
import { takeJsonOnly } from './json-body.ts';
import { rememberRoutes } from './known-routes.ts';
import { securityHeaders } from './security-headers.ts';

/** A command with its evidence list; files have an import of their own. */
const LARGEST_BODY = 1_048_576;
/** Ids are shorter; what is longer names nothing. */
const LONGEST_PARAMETER = 300;

export type HttpServerParts = {
  readonly tls: TlsSettings;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Leads addresses that belong to pages to the page. */
  readonly rewriteUrl: (request: IncomingMessage) => string;
  readonly bodyTimes?: BodyTimes;
};

const optionsOf = ({ tls, rewriteUrl }: HttpServerParts): FastifyServerOptions => ({
  rewriteUrl,
  bodyLimit: LARGEST_BODY,
  routerOptions: { maxParamLength: LONGEST_PARAMETER },
  genReqId: traceIdOf,
  // Every plugin is ours and local: a busy machine makes a start slow, never wrong.
  pluginTimeout: 0,
  forceCloseConnections: 'idle',
  // What came in before the door closed is answered: a rolling restart fails no command.
  return503OnClosing: false,
  frameworkErrors: (_error, request, reply) => {
    sendProblem(new ProblemError('malformed-request'), request, reply);
  },
  ...(tls.mode === 'own'
    ? { https: { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) } }
    : {}),
});

/** One line per request: route and outcome. Addresses hold search texts, so the pattern is logged instead. */
const observeRequests = (instance: FastifyInstance, { logger, metrics }: HttpServerParts): void => {
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  instance.addHook('onSend', (_request, reply, _payload, done) => {
    // What is shown depends on who asks; nobody in between may keep it unless a route says so.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done();
  });
  instance.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    metrics.request(`${request.method} ${route}`, reply.statusCode, reply.elapsedTime / 1_000);
    const role = request.principal?.role;
    logger.debug(
      { traceId: request.id, method: request.method, route, status: reply.statusCode, ms, role },
      'request',
    );
    done();
  });
};

/** Fastify as every route needs it: JSON bodies only, safe headers, a trace id, and problems even before Nest. */
export const createHttpServer = async (parts: HttpServerParts): Promise<FastifyAdapter> => {
  const adapter = new FastifyAdapter(optionsOf(parts));
  const instance = adapter.getInstance();
  instance.decorateRequest('principal', null);
  instance.decorateRequest('holder', null);
  limitSlowBodies(instance, parts.bodyTimes);
  takeJsonOnly(instance);
  rememberRoutes(instance);
  observeRequests(instance, parts);
  await instance.register(helmet, securityHeaders(parts.tls));
  return adapter;
};
