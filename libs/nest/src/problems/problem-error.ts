import type { ErrorCode } from '@duban/contracts';

/** One fault of a request, by JSON Pointer: into the body, or `/query/…`, `/headers/…`, `/path/…`. */
export type RequestFault = { readonly pointer: string; readonly code: string; readonly detail: string };

/** What a problem document says besides its code (contracts.md section 2). */
export type ProblemDetails = {
  readonly errors?: readonly RequestFault[];
  /** Of a refusal: the code of the rule that stands against it. */
  readonly reason?: string;
  readonly details?: object;
  readonly state?: object;
  readonly allowed?: readonly string[];
  readonly currentRevision?: number | null;
  readonly lag?: number | null;
};

/** A request that is answered with a problem document instead of what it asked for. */
export class ProblemError extends Error {
  readonly code: ErrorCode;
  readonly details: ProblemDetails;

  constructor(code: ErrorCode, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
  }
}

export const invalid = (pointer: string, code: string, detail: string): ProblemError =>
  new ProblemError('validation-failed', { errors: [{ pointer, code, detail }] });
