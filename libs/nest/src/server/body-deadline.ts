import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem-error.ts';
import { sendProblem } from '../problems/problem.filter.ts';
import { takesBytes } from './json-body.ts';

/** How slowly a body may come. Nothing waits forever for a sender that has stopped, or nearly so. */
export type BodyTimes = {
  /** For the whole of a JSON body. */
  readonly jsonMs: number;
  /** A file may take as long as it needs while this many bytes come in each window. */
  readonly windowMs: number;
  readonly bytesInWindow: number;
};

const BODY_TIMES: BodyTimes = { jsonMs: 30_000, windowMs: 60_000, bytesInWindow: 65_536 };

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Says why, and takes no more: the rest of such a body would only be waited for again. */
const giveUp = (request: FastifyRequest, reply: FastifyReply): void => {
  const { socket } = request.raw;
  if (reply.sent) {
    socket.destroy();
    return;
  }
  reply.raw.once('finish', () => socket.destroy());
  void reply.header('connection', 'close');
  sendProblem(new ProblemError('request.too-slow'), request, reply);
};

const watch = (request: FastifyRequest, reply: FastifyReply, times: BodyTimes): void => {
  const { raw } = request;
  const isFile = takesBytes(request);
  let before = raw.socket.bytesRead;
  const look = (): void => {
    if (raw.complete || raw.destroyed) {
      clearInterval(timer);
      return;
    }
    const came = raw.socket.bytesRead - before;
    before = raw.socket.bytesRead;
    if (isFile && came >= times.bytesInWindow) return;
    clearInterval(timer);
    giveUp(request, reply);
  };
  const timer = setInterval(look, isFile ? times.windowMs : times.jsonMs).unref();
  raw.once('close', () => {
    clearInterval(timer);
  });
};

/** Every request with a body is watched until its body is there. */
export const limitSlowBodies = (instance: FastifyInstance, times: BodyTimes = BODY_TIMES): void => {
  instance.addHook('onRequest', (request, reply, done) => {
    if (hasBody(request)) watch(request, reply, times);
    done();
  });
};
