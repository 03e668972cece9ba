import { errorEntry, type Language } from '@duban/contracts';
import type { ProblemDetails, ProblemError } from './problem-error.ts';

/** What every problem says (RFC 9457). */
type Said = {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  /** What to do now. */
  readonly detail: string;
  readonly traceId: string;
};

/** RFC 9457, with the fields of contracts.md section 2. */
export type ProblemDocument = ProblemDetails &
  Said & {
    /** Of `errors`: how many more there are than are listed. */
    readonly moreErrors?: number;
  };

/** As many as a person reads; whoever mends them hears of the next ones. */
const MOST_ERRORS = 20;

const listed = ({ errors, ...others }: ProblemDetails): Omit<ProblemDocument, keyof Said> => {
  if (errors === undefined) return others;
  const more = errors.length - MOST_ERRORS;
  return { ...others, errors: errors.slice(0, MOST_ERRORS), ...(more > 0 ? { moreErrors: more } : {}) };
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
    ...listed(details),
  };
};
