import { CodedError } from '@duban/kernel';

/**
 * What an error of the client means for the one who asked.
 * - `conflict`: the stream is elsewhere; nothing was written.
 * - `refused`: asking again changes nothing; `fault` says what to do.
 * - `reset`: the connection failed, and the client opens another one by itself.
 * - `unknown`: the connection may be stuck, and the client keeps it (A3a: only three kinds of error reset it).
 */
export type ClientFault =
  | { readonly kind: 'conflict' | 'reset' | 'unknown' | 'no-stream'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string; readonly fault: CodedError };

/** Status codes of gRPC, for errors that the client passes on without a type. */
const CANCELLED = 1;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;
const CANCELLED_BY_US = 'Cancelled on client';

const textOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : 'an error without a text';

const property = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? (Reflect.get(error, name) as unknown) : undefined;

const refused = (code: string, remedy: string, error: unknown): ClientFault => {
  const text = textOf(error);
  return { kind: 'refused', text, fault: new CodedError(code, `${remedy} (${text})`, { cause: error }) };
};

const byType = (type: string, error: unknown): ClientFault | null => {
  switch (type) {
    case 'wrong-expected-version':
      return { kind: 'conflict', text: textOf(error) };
    case 'stream-not-found':
    case 'no-stream':
      return { kind: 'no-stream', text: textOf(error) };
    case 'not-leader':
    case 'unavailable':
    case 'cancelled':
      return { kind: 'reset', text: textOf(error) };
    case 'access-denied':
      return refused(
        'log.access-denied',
        'EventStoreDB refuses this user; check the credentials and the access lists',
        error,
      );
    case 'maximum-append-size-exceeded':
      return refused(
        'event.unserialisable',
        'the events of this command are together more than the server takes at once; split it',
        error,
      );
    case 'stream-deleted':
      return refused(
        'log.unavailable',
        'the stream was deleted on the server; restore the last backup',
        error,
      );
    case 'invalid-argument':
      return refused('log.unavailable', 'EventStoreDB does not take what it was sent; this is a bug', error);
    default:
      return null;
  }
};

/** Sorts errors by what they say of themselves; one that says nothing known is `unknown`. */
export const faultOf = (error: unknown): ClientFault => {
  if (error instanceof CodedError) return { kind: 'refused', text: error.message, fault: error };
  const type = property(error, 'type');
  const known = typeof type === 'string' ? byType(type, error) : null;
  if (known !== null) return known;
  const code = property(error, 'code');
  if (code === UNAUTHENTICATED)
    return byType('access-denied', error) ?? { kind: 'unknown', text: textOf(error) };
  const byOthers = code === CANCELLED && property(error, 'details') !== CANCELLED_BY_US;
  return { kind: code === UNAVAILABLE || byOthers ? 'reset' : 'unknown', text: textOf(error) };
};

export const unavailable = (what: string, cause?: unknown): CodedError =>
  new CodedError('log.unavailable', what, { cause });

export const damaged = (what: string): CodedError =>
  unavailable(
    `${what}; stop, find out who changed the log, restore the last backup and run \`duban verify\``,
  );
