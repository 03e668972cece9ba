/** What this library refuses, by a stable code; `message` says what was wrong with the input. */
export class TreeError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = 'TreeError';
    this.code = code;
  }
}
