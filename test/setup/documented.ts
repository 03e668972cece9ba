import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { CodedError } from '@duban/kernel';

type Content = Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;
type Responses = Readonly<Record<string, { readonly content?: Content }>>;
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Responses }>>>>;
};

/** What a server answered, as far as the document says anything about it. */
export type Given = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Of the header, with its parameters; null where there is no body. */
  readonly type: string | null;
  readonly body: unknown;
};

const ID = 'duban:openapi';
const DOCUMENT = new URL('../../docs/openapi.json', import.meta.url);
const ERRORS = 400;
const PROBLEM = 'application/problem+json';

const readDocument = (): Document => JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Document;

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replaceAll('.', '\\.')
      .replaceAll('{path}', '.+')
      .replaceAll(/\{\w+\}/g, '[^/]+')}$`,
  );

/** Checks answers against the document that is checked in. */
class Documented {
  readonly #document = readDocument();
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #checks = new Map<string, ValidateFunction>();
  readonly #paths: readonly (readonly [RegExp, string])[];

  constructor() {
    formats.default(this.#ajv);
    this.#ajv.addSchema({ $id: ID, ...this.#document });
    // Fixed names win over placeholders.
    this.#paths = Object.keys(this.#document.paths)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .map((path) => [patternOf(path), path]);
  }

  /** What of an answer is not as documented; empty where all is, or where the route is in no document. */
  faults({ method, path, status, type, body }: Given): readonly string[] {
    const [address = ''] = path.split('?');
    const known = this.#paths.filter(([pattern]) => pattern.test(address));
    const verb = method.toLowerCase();
    const [, named] = known.find(([, each]) => verb in (this.#document.paths[each] ?? {})) ?? [];
    const { responses } = this.#document.paths[named ?? '']?.[verb] ?? {};
    if (named === undefined || responses === undefined) return [];
    const answered = String(status) in responses || status < ERRORS ? String(status) : 'default';
    const response = responses[answered];
    if (response === undefined) return [`${verb} ${named}: nothing is said of ${answered}`];
    const media = (type ?? '').split(';')[0]?.trim() ?? '';
    const { content = {} } = response;
    if (Object.keys(content).length === 0) return [];
    if (!(media in content || '*/*' in content))
      return [`${verb} ${named} ${answered}: nothing is said of ${media}`];
    if (!/[/+]json$/.test(media)) return [];
    const check = this.#check(content[media]?.schema.$ref ?? '');
    if (check(body)) return [];
    return (check.errors ?? []).map(
      ({ instancePath, message = '', params }) =>
        `${verb} ${named} ${answered} at ${instancePath}: ${message} ${JSON.stringify(params)}`,
    );
  }

  /** Every JSON answer is a reference to a schema with a name. */
  #check(reference: string): ValidateFunction {
    const known = this.#checks.get(reference) ?? this.#ajv.compile({ $ref: `${ID}${reference}` });
    this.#checks.set(reference, known);
    return known;
  }
}

const documented = new Documented();
// Compiled before anybody measures how long an answer takes.
documented.faults({ method: 'GET', path: '/v1/cases', status: ERRORS, type: PROBLEM, body: {} });

/** @throws CodedError `fixture.undocumented` with every difference between an answer and the document */
export const asDocumented = (given: Given): void => {
  const faults = documented.faults(given);
  if (faults.length > 0) throw new CodedError('fixture.undocumented', faults.join('\n'));
};
