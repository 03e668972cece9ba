import type { OpenAPIObject } from '@nestjs/swagger';
import { plainNulls, sentAs, sentRuleSetSchema } from '@duban/contracts';
import { saidGroundSchemas } from '@duban/domain';
import { Components, type Schema, type Schemas } from './components.ts';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['post']>;
type Body = NonNullable<Operation['requestBody']>;
type Node = Readonly<Record<string, unknown>>;

const DTO = /^(?<name>\w+)Dto$/;
const ENVELOPE = 'CommandBodyDto';
const BASIS = 'BasisDto';
/** A draft looks as what is published of it. */
const DRAFT = 'ruleSet';
/** Checked by the schemas of what is stored. */
const GROUNDS: Readonly<Record<string, object>> = {
  decision: { ...saidGroundSchemas.decision, title: 'DecisionOfBody' },
  mandate: { ...saidGroundSchemas.mandate, title: 'MandateNamed' },
  paper: { ...saidGroundSchemas.paper, title: 'Paper' },
};
const JSON_BODY = 'application/json';

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** What is sent has bounds that answers do not have, and so another name. */
const asInput = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(asInput);
  if (!isNode(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'title' && typeof value === 'string'
        ? `${value.replace(/OrNull$/, '')}Input${/OrNull$/.exec(value)?.[0] ?? ''}`
        : asInput(value),
    ]),
  );
};

const sent = (schema: object): Node =>
  asInput(plainNulls(sentAs(JSON.parse(JSON.stringify(schema))))) as Node;

const jsonBody = (schema: Schema): Body => ({ required: true, content: { [JSON_BODY]: { schema } } });

const nameOf = (schema: unknown): string =>
  isNode(schema) && typeof schema['$ref'] === 'string' ? (schema['$ref'].split('/').at(-1) ?? '') : '';

/** Bodies of requests, each a closed schema under a name of its own; what may be absent may be null. */
export class RequestBodies {
  readonly components = new Components();
  readonly #dtos: Schemas;

  constructor(dtos: Schemas) {
    this.#dtos = dtos;
  }

  /** Of a command: what it needs in `data`, and what every command may say. */
  ofCommand(type: string, data: object): Body {
    const { data: said, ...common } = this.#fields(ENVELOPE);
    const description = isNode(said) ? said['description'] : undefined;
    const properties = { data: { ...sent(data), title: type, description }, ...common };
    const schema = { type: 'object', properties, required: ['data'], additionalProperties: false };
    return jsonBody(this.components.take(schema, `${type}Command`));
  }

  /** Of any other route, by the class that reads it; left alone where there is none. */
  of(body: Body | undefined): Body | undefined {
    if (body === undefined || !('content' in body)) return body;
    const dto = nameOf(body.content[JSON_BODY]?.schema);
    const { name } = DTO.exec(dto)?.groups ?? {};
    return name === undefined ? body : jsonBody(this.components.take(this.#closed(dto), `${name}Request`));
  }

  #closed(dto: string): Node {
    return sent({ ...this.#dtos[dto], additionalProperties: false, properties: this.#declared(dto) });
  }

  #fields(dto: string): Node {
    return this.#closed(dto)['properties'] as Node;
  }

  /** Fields of a class; the class of a field stands in its place. */
  #declared(dto: string): Node {
    const { properties } = (this.#dtos[dto] ?? {}) as { properties?: Node };
    const basis = { ...this.#dtos[BASIS], title: 'Basis', additionalProperties: false };
    const declared = Object.entries(properties ?? {}).map(([name, field]) => {
      if (nameOf(field) === BASIS) return [name, basis];
      const ground = GROUNDS[name];
      if (ground !== undefined && dto === ENVELOPE) return [name, ground];
      return [name, name === DRAFT ? sentRuleSetSchema : field];
    });
    return Object.fromEntries(declared) as Node;
  }
}
