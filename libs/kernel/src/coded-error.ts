/**
 * Broken infrastructure or a bug. `code` is stable and documented; `message` says what to do. Business refusals are
 * {@link Rejected} values instead.
 */
export class CodedError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.name = 'CodedError';
    this.code = code;
  }
}

export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof CodedError && error.code === code;
