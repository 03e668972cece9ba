import { HttpException } from '@nestjs/common';
import { CodedError } from '@duban/kernel';
import { errorEntry, EventSchemaError, isErrorCode, WRITES_STOPPED, type ErrorCode } from '@duban/contracts';
import { BuildingError } from '@duban/read-store';
import { invalid, ProblemError } from './problem-error.ts';

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  // A route parameter that is longer than any id: there is no such thing.
  414: 'not-found',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  422: 'validation-failed',
  429: 'rate-limited',
  // A request line or headers beyond what the server reads.
  431: 'payload-too-large',
};

/** Codes that name a fault of the request, with the place that is at fault. */
const POINTERS: Readonly<Record<string, string>> = {
  'command.occurred-at': '/occurredAt',
  'cursor.invalid': '/query/cursor',
  'as-of.invalid': '/query/asOf',
  'read.bad-limit': '/query/limit',
  'limit.invalid': '/query/limit',
  'position.mixed-formats': '/query/after',
};

/** Faults that are the asker's to mend, told like the refusal of a rule. */
const REFUSALS = ['privacy.person-erased', 'privacy.person-named'];

/** Files that were not taken, by the codes that every client knows; the reason says more. */
const FILES: Readonly<Record<string, ErrorCode>> = {
  'attachment.too-large': 'payload-too-large',
  'attachment.type-refused': 'unsupported-media-type',
  'attachment.cut-off': 'malformed-request',
};

const ATTACHMENT = 'attachment.';

const ofFile = ({ code }: CodedError, cause: unknown): ProblemError => {
  const general = FILES[code];
  if (general !== undefined) return new ProblemError(general, { reason: code }, { cause });
  if (errorEntry(code).status === 422)
    return new ProblemError('validation-failed', { reason: code }, { cause });
  return isErrorCode(code)
    ? new ProblemError(code, {}, { cause })
    : new ProblemError('internal', {}, { cause });
};

const ofCoded = (error: CodedError): ProblemError => {
  if (error.code.startsWith(ATTACHMENT)) return ofFile(error, error);
  const pointer = POINTERS[error.code];
  if (error instanceof EventSchemaError) {
    const errors = error.errors.map((fault) => ({ ...fault, pointer: `/data${fault.pointer}` }));
    return new ProblemError('validation-failed', { errors }, { cause: error });
  }
  if (error instanceof BuildingError)
    return new ProblemError('read-model.building', { details: error.progress }, { cause: error });
  if (error.code === 'read-model.not-built') return new ProblemError(error.code, {}, { cause: error });
  if (REFUSALS.includes(error.code))
    return new ProblemError('rejected', { reason: error.code }, { cause: error });
  if (pointer !== undefined) return invalid(pointer, error.code, error.message);
  if (error.code === 'event.unserialisable') return invalid('/data', error.code, error.message);
  // Nothing that a client could do again later: a person has to act, and the reason says which.
  if (WRITES_STOPPED.some((code) => code === error.code))
    return new ProblemError('log-unavailable', { reason: error.code }, { cause: error });
  return new ProblemError(
    errorEntry(error.code).status === 503 ? 'log-unavailable' : 'internal',
    {},
    { cause: error },
  );
};

/** Whatever was thrown, as the problem that the asker may see. What nobody foresaw is `internal`. */
export const problemOf = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error;
  if (error instanceof CodedError) return ofCoded(error);
  if (error instanceof HttpException) {
    const code = BY_STATUS[error.getStatus()];
    if (code !== undefined) return new ProblemError(code, {}, { cause: error });
    if (error.getStatus() < 500) return new ProblemError('malformed-request', {}, { cause: error });
  }
  if (error instanceof RangeError && error.message.startsWith('position.mixed-formats'))
    return invalid('/query/after', 'position.mixed-formats', error.message);
  return new ProblemError('internal', {}, { cause: error });
};
