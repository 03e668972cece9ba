import { errorEntry, type Language } from '@duban/contracts';
import type { ProblemDetails, ProblemError } from './problem-error.ts';

/** RFC 9457, with the fields of contracts.md section 2. */
export type ProblemDocument = ProblemDetails & {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  /** What to do now. */
  readonly detail: string;
  readonly traceId: string;
};

/** A refusal speaks with the words of its reason; its code stays `rejected`. */
export const problemDocument = (
  { code, details }: ProblemError,
  language: Language,
  traceId: string,
): ProblemDocument => {
  const { title, remedy } = errorEntry(details.reason ?? code);
  return {
    type: `urn:duban:problem:${code}`,
    status: errorEntry(code).status,
    code,
    title: title[language],
    detail: remedy[language],
    traceId,
    ...details,
  };
};
