import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import {
  headerOf,
  invalid,
  ProblemError,
  traceparentOf,
  type FastifyRequest,
  type Principal,
} from '@duban/nest';

/** What the headers of a command say. */
export type CommandHeaders = {
  readonly commandId: string;
  readonly ifRevision?: number;
  readonly correlationId?: string;
  readonly traceparent?: string;
};

/** No colon: the ids of the clock, of imports and of first settings all have one, and cannot be taken from outside. */
const KEY = /^[\w.~+/=-]{1,128}$/;
/** As a case gives it out: with words behind the revision for whom it was made, since not all get the same. */
const ETAG = /^"(?<revision>\d{1,15})(?:-[a-z]{1,20})?(?:-[0-9a-f]{12})?"$/;

const keyed = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && KEY.test(value)) return value;
  throw invalid(`/headers/${name}`, 'header.malformed', 'use 1 to 128 letters, digits and . _ ~ + / = -');
};

const revisionOf = (request: FastifyRequest): number | undefined => {
  const value = headerOf(request, 'if-match');
  if (value === undefined) return undefined;
  const revision = ETAG.exec(value.trim())?.groups?.['revision'];
  if (revision !== undefined) return Number(revision);
  throw invalid('/headers/if-match', 'header.malformed', 'give one ETag of the case, such as "12"');
};

/** @throws ProblemError `validation-failed` for headers that are there and say nothing usable */
const commandHeadersOf = (request: FastifyRequest): CommandHeaders => {
  const ifRevision = revisionOf(request);
  const correlationId = keyed(request, 'x-correlation-id');
  const traceparent = traceparentOf(request);
  return {
    commandId: keyed(request, 'idempotency-key') ?? randomUUID(),
    ...(ifRevision === undefined ? {} : { ifRevision }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
};

/** Who sends a command, and what its headers say. */
export type Sender = { readonly principal: Principal; readonly headers: CommandHeaders };

export const FromSender = createParamDecorator((_: unknown, context: ExecutionContext): Sender => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (request.principal === null) throw new ProblemError('unauthenticated');
  return { principal: request.principal, headers: commandHeadersOf(request) };
});
