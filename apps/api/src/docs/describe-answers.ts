import type { OpenAPIObject } from '@nestjs/swagger';
import { ANSWERS, answerSchemas } from './answer-schemas.ts';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['post']>;
type Parameters = NonNullable<Operation['parameters']>;

const METHODS = ['get', 'post', 'put'] as const;

const json = (name: string | undefined) => ({
  description: '',
  content: {
    'application/json': {
      schema: name === undefined ? { type: 'object' } : { $ref: `#/components/schemas/${name}` },
    },
  },
});

const PROBLEM = {
  description: 'RFC 9457: `code` is stable, `title` and `detail` are in the language of Accept-Language',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const header = (name: string, description: string, pattern: string): Parameters[number] => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', pattern },
});

const COMMAND_HEADERS: Parameters = [
  header('Idempotency-Key', 'The same key and body answer as the first time', '^[\\w.~+/=-]{1,128}$'),
  header(
    'If-Match',
    'ETag of the case: decide on this revision or not at all',
    '^"\\d{1,15}(-[a-z]{1,20})?"$',
  ),
];

const TEXTS: Readonly<Record<string, string>> = {
  '/events': 'text/event-stream',
  '/asyncapi.yaml': 'application/yaml',
  '/metrics': 'text/plain',
  '/v1/exports/cases/{caseId}': 'application/x-ndjson',
  '/v1/exports/ocel2.xml': 'application/xml',
  '/v1/exports/xes.xml': 'application/xml',
  '/v1/exports/register.csv': 'text/csv',
  '/v1/exports/register.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '/v1/audit/checkpoint': 'text/plain',
  '/v1/audit/key': 'text/plain',
  '/v1/audit/proof/event/{eventId}': 'text/plain',
  '/v1/audit/tile/{path}': 'application/octet-stream',
  '/v1/cases/{caseId}/attachments/{attachmentId}': 'application/octet-stream',
};
const UPLOAD = '/v1/cases/{caseId}/attachments';
const NAME_HEADER = {
  ...header('Content-Disposition', "attachment; filename*=UTF-8''… (RFC 6266, RFC 8187)", ''),
  required: true,
  schema: { type: 'string' },
} satisfies Parameters[number];
const OPEN = /^\/(?:(?:health|schemas|demo)\/|asyncapi\.yaml$)/;

const isCommand = (path: string, method: string): boolean =>
  method !== 'get' && !/\/projections\/|^\/v1\/(?:people|rule-trials)/.test(path);

const successOf = (path: string, method: string): Operation['responses'] => {
  const media = TEXTS[path];
  if (media !== undefined)
    return { 200: { description: '', content: { [media]: { schema: { type: 'string' } } } } };
  if (method === 'post' && path === UPLOAD)
    return { 200: json('FiledAttachment'), 201: json('FiledAttachment') };
  if (isCommand(path, method)) {
    const done = json('CommandAnswer');
    return path.endsWith('/open-case') ? { 200: done, 201: done } : { 200: done };
  }
  return { [path.endsWith('/retry') ? 202 : 200]: json(ANSWERS[path]) };
};

const described = (operation: Operation, path: string, method: string): Operation => ({
  ...operation,
  parameters: [
    ...(operation.parameters ?? []),
    ...(isCommand(path, method) ? COMMAND_HEADERS : []),
    ...(method === 'post' && path === UPLOAD ? [NAME_HEADER] : []),
  ],
  responses: { ...successOf(path, method), default: PROBLEM },
  ...(OPEN.test(path) ? { security: [] } : {}),
});

/** What every route answers with, said once for all of them. */
export const describeAnswers = (document: OpenAPIObject): OpenAPIObject => ({
  ...document,
  paths: Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        METHODS.flatMap((method) => {
          const operation = item[method];
          return operation === undefined ? [] : [[method, described(operation, path, method)]];
        }),
      ),
    ]),
  ),
  components: {
    ...document.components,
    schemas: { ...document.components?.schemas, ...answerSchemas },
  },
});
