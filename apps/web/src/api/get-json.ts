import type { Language } from '@duban/contracts/browser';
import { endSession, readSession } from '../session/session.ts';
import { ProblemError, readProblem, UNREACHABLE } from './problem.ts';

export type Params = Readonly<Record<string, string | number | undefined>>;

export type Asking = {
  readonly path: string;
  readonly params: Params;
  readonly language: Language;
  readonly signal?: AbortSignal;
};

export type Answer<Body> = { readonly body: Body; readonly position: string | null };

const queryOf = (params: Params): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
};

export const headersFor = (language: Language): Record<string, string> => {
  const session = readSession();
  return {
    'Accept-Language': language === 'zh' ? 'zh-CN' : 'en',
    ...(session === null ? {} : { Authorization: `Bearer ${session.token}` }),
  };
};

/** @throws ProblemError also where nobody answers; a refused token ends the session. */
export const getJson = async <Body>({ path, params, language, signal }: Asking): Promise<Answer<Body>> => {
  const response = await fetch(`${path}${queryOf(params)}`, {
    headers: { ...headersFor(language), Accept: 'application/json' },
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw new ProblemError({ status: 0, code: UNREACHABLE });
  });
  if (response.status === 401 && readSession() !== null) endSession('expired');
  if (!response.ok) throw new ProblemError(await readProblem(response));
  const position = response.headers.get('duban-position');
  return { body: (await response.json()) as Body, position };
};
