import type { OpenAPIObject } from '@nestjs/swagger';
import { answerSchemas, type AnswerName } from '@duban/contracts';
import { Components, merged } from './components.ts';
import type { RequestBodies } from './request-bodies.ts';
import { ROUTE_ANSWERS, type RouteAnswer } from './routes.ts';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['post']>;
type Parameters = NonNullable<Operation['parameters']>;
type Responses = Operation['responses'];
type Response = NonNullable<Responses['default']>;

const METHODS = ['get', 'post', 'put'] as const;

const header = (name: string, description: string, pattern: string): Parameters[number] => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', pattern },
});

const POST_WORDS = 'The post in which is asked, as `GET /v1/me` lists it; needed by whoever holds several';
const POST_PATTERN = '^[a-z-]+@[^@]+$';
const POST_HEADER: Parameters[number] = header('Duban-Post', POST_WORDS, POST_PATTERN);
const POST_QUERY: Parameters[number] = { ...header('post', POST_WORDS, POST_PATTERN), in: 'query' };
/** Their answers are followed or saved by programs that cannot send headers. */
const isFollowed = (answer: RouteAnswer): boolean => typeof answer === 'object' && 'media' in answer;
const WITHOUT_POST = '/v1/me';

const COMMAND_HEADERS: Parameters = [
  header('Idempotency-Key', 'The same key and body answer as the first time', '^[\\w.~+/=-]{1,128}$'),
  header(
    'If-Match',
    'ETag of the case: decide on this revision or not at all',
    '^"\\d{1,15}(-[a-z]{1,20})?(-[0-9a-f]{12})?"$',
  ),
];

const UPLOAD = '/v1/cases/{caseId}/attachments';
const NAME_HEADER = {
  ...header('Content-Disposition', "attachment; filename*=UTF-8''… (RFC 6266, RFC 8187)", ''),
  required: true,
  schema: { type: 'string' },
} satisfies Parameters[number];
const OPEN = /^\/(?:(?:health|schemas|demo)\/|asyncapi\.yaml$)/;

const isCommand = (path: string, method: string): boolean =>
  method !== 'get' && !/\/projections\/|^\/v1\/(?:people|rule-trials)/.test(path);

const WORDS: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Asked for',
  304: 'Known already: what If-None-Match named still holds',
  503: 'Not ready',
};

/** One place for what every operation may answer with. */
class Answers {
  readonly components = new Components();

  of(answer: RouteAnswer): Responses {
    if (typeof answer === 'string') return { 200: this.#json(200, answer) };
    if ('media' in answer) {
      const schema = answer.json === undefined ? { type: 'string' } : this.#schema(answer.json);
      const content = { [answer.media]: { schema } };
      return { 200: { description: wordsFor(200), content } };
    }
    return Object.fromEntries(
      Object.entries(answer as Readonly<Record<string, AnswerName | null>>).map(([status, name]) => [
        status,
        this.#json(Number(status), name),
      ]),
    );
  }

  problem(): Response {
    return {
      description: 'RFC 9457: `code` is stable, `title` and `detail` are in the language of Accept-Language',
      content: { 'application/problem+json': { schema: this.#schema('Problem') } },
    };
  }

  #json(status: number, name: AnswerName | null): Response {
    if (name === null) return { description: wordsFor(status) };
    return { description: wordsFor(status), content: { 'application/json': { schema: this.#schema(name) } } };
  }

  #schema(name: AnswerName) {
    return this.components.take(answerSchemas[name], name);
  }
}

const wordsFor = (status: number): string => WORDS[status] ?? '';

/** A command has a path of its own in the document, and the answer of the path that takes its name. */
const answerOf = (path: string, method: string): RouteAnswer => {
  const route = (at: string): string => `${method.toUpperCase()} ${at}`;
  const found =
    ROUTE_ANSWERS[route(path)] ??
    ROUTE_ANSWERS[route(path.replace(/\/commands\/[a-z-]+$/, '/commands/{name}'))];
  if (found === undefined) throw new Error(`${route(path)} says nowhere what it answers`);
  return found;
};

const withBody = (bodies: RequestBodies, { requestBody }: Operation): Pick<Operation, 'requestBody'> => {
  const body = bodies.of(requestBody);
  return body === undefined ? {} : { requestBody: body };
};

type Parts = { readonly answers: Answers; readonly bodies: RequestBodies };

/** A closed vocabulary in a question is the one of the answers, or has a name by its place. */
const namedParameter = (
  bodies: RequestBodies,
  parameter: Parameters[number],
  operation: Operation,
): Parameters[number] => {
  if (!('schema' in parameter)) return parameter;
  // A route takes the rest of its path as `*`; the document calls it by the name that stands in the path.
  if (parameter.name === '*') return { ...parameter, name: 'path' };
  const place = `${(operation.operationId ?? '').replace('.', ' ')} ${parameter.name}`;
  const name = place.replaceAll(/(?:^|[^A-Za-z]+)([a-z])/gi, (_, letter: string) => letter.toUpperCase());
  return { ...parameter, schema: bodies.components.part(parameter.schema, name) };
};

const postParameters = (path: string, answer: RouteAnswer): Parameters => {
  if (OPEN.test(path) || path === WITHOUT_POST) return [];
  return isFollowed(answer) ? [POST_HEADER, POST_QUERY] : [POST_HEADER];
};

const described = (
  { answers, bodies }: Parts,
  operation: Operation,
  { path, method }: { readonly path: string; readonly method: string },
): Operation => ({
  ...operation,
  parameters: [
    ...(operation.parameters ?? []).map((parameter) => namedParameter(bodies, parameter, operation)),
    ...postParameters(path, answerOf(path, method)),
    ...(isCommand(path, method) ? COMMAND_HEADERS : []),
    ...(method === 'post' && path === UPLOAD ? [NAME_HEADER] : []),
  ],
  ...withBody(bodies, operation),
  responses: { ...answers.of(answerOf(path, method)), default: answers.problem() },
  ...(OPEN.test(path) ? { security: [] } : {}),
});

/** What every route answers with, each answer under its name. */
export const describeAnswers = (document: OpenAPIObject, bodies: RequestBodies): OpenAPIObject => {
  const answers = new Answers();
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        METHODS.flatMap((method) => {
          const operation = item[method];
          return operation === undefined
            ? []
            : [[method, described({ answers, bodies }, operation, { path, method })]];
        }),
      ),
    ]),
  );
  return {
    ...document,
    paths,
    components: {
      ...document.components,
      schemas: merged(bodies.components.schemas, answers.components.schemas),
    },
  };
};
