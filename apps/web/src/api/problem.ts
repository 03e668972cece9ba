import type { BuildProgress, ProblemDocument } from './answers.ts';

/** RFC 9457 as the API answers it, or as much as can be said where something else did; `code` is stable and never translated. */
export type Problem = Pick<ProblemDocument, 'status' | 'code'> & Partial<ProblemDocument>;

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.title ?? problem.status}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export const BUILDING = 'read-model.building';

/** The progress in a problem that says so; null in every other. */
export const buildingOf = (error: unknown): BuildProgress | null =>
  error instanceof ProblemError && error.problem.code === BUILDING
    ? (error.problem.details as BuildProgress)
    : null;

/** Nobody answered, or what answered is not the API. */
export const UNREACHABLE = 'unreachable';

export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError ? error.problem : { status: 0, code: 'page-failed' };

/** A problem document, or what can be said where a proxy answered something else. */
export const readProblem = async (response: Response): Promise<Problem> => {
  const type = response.headers.get('content-type') ?? '';
  const fallback: Problem = { status: response.status, code: `http-${response.status}` };
  if (!type.includes('json')) return fallback;
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return { ...fallback, ...body, status: response.status };
};
