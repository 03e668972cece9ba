import createClient from 'openapi-fetch';
import type { Language } from '@duban/domain/texts';
import { endSession, readSession } from '../session/session.ts';
import type { paths } from './openapi.gen.ts';
import { ProblemError, readProblem, UNREACHABLE } from './problem.ts';

type Json<Body> = { readonly 200: { readonly content: { readonly 'application/json': Body } } };
type JsonRoute = { readonly get: { readonly responses: Json<unknown> } };

/** Addresses of the document that answer with JSON. */
export type JsonPath = { [Path in keyof paths]: paths[Path] extends JsonRoute ? Path : never }[keyof paths];

type Get<Path extends JsonPath> = paths[Path]['get'];
type Query<Path extends JsonPath> =
  Get<Path> extends {
    readonly parameters: { readonly query?: infer Fields };
  }
    ? NonNullable<Fields>
    : never;

/** What an address answers, by the document. */
export type Body<Path extends JsonPath> = Get<Path>['responses'] extends Json<infer Body> ? Body : never;

/** What fills the braces of an address, and what stands behind its question mark; lists are written with commas. */
export type Params<Path extends JsonPath> = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: { readonly [Name in keyof Query<Path>]?: string | number | undefined };
};

export type Asking<Path extends JsonPath> = {
  readonly path: Path;
  readonly params: Params<Path>;
  readonly language: Language;
  readonly signal?: AbortSignal;
};

export type Answer<Content> = { readonly body: Content; readonly position: string | null };

export const headersFor = (language: Language): Record<string, string> => {
  const session = readSession();
  return {
    'Accept-Language': language === 'zh' ? 'zh-CN' : 'en',
    ...(session === null ? {} : { Authorization: `Bearer ${session.token}` }),
  };
};

/** Paths are typed by {@link getJson}, which is generic over them. */
type AnyPath = Record<string, { readonly get: { readonly responses: Json<unknown> } }>;

const client = createClient<AnyPath>();
client.use({
  onResponse: async ({ response }) => {
    if (response.status === 401 && readSession() !== null) endSession('expired');
    if (!response.ok) throw new ProblemError(await readProblem(response));
  },
  onError: ({ request }) =>
    request.signal.aborted ? undefined : new ProblemError({ status: 0, code: UNREACHABLE }),
});

/** What was left empty is not asked. */
const said = (query: object = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));

/** @throws ProblemError also where nobody answers; a refused token ends the session. */
export const getJson = async <Path extends JsonPath>(asking: Asking<Path>): Promise<Answer<Body<Path>>> => {
  const { path, params, language, signal } = asking;
  const { data, response } = await client.GET(path, {
    params: { path: params.path ?? {}, query: said(params.query) },
    headers: { ...headersFor(language), Accept: 'application/json' },
    signal: signal ?? null,
  });
  return { body: data as Body<Path>, position: response.headers.get('duban-position') };
};
