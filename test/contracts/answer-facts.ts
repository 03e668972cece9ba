import type { JsonObject, JsonValue } from '@duban/kernel';
import { isObject, listOf } from './schema-keywords.ts';

/**
 * What a client may rely on, one statement a line: which schema a route answers with, which fields a schema has and of what type,
 * which words a vocabulary has.
 */
export type Fact = string;

const REFERENCE = '#/components/schemas/';

const part = (value: JsonValue | undefined, name: string): JsonObject => {
  const found = isObject(value) ? value[name] : undefined;
  return isObject(found) ? found : {};
};

const nameOf = (reference: string): string => reference.slice(REFERENCE.length);

/** Such as `string(date)|null`, `BoardItem[]`, `{*: integer}`. */
const typeText = (schema: JsonValue | undefined): string => {
  if (!isObject(schema)) return 'any';
  const { $ref: reference, items, anyOf, additionalProperties: values, const: only, format } = schema;
  if (typeof reference === 'string') return nameOf(reference);
  if (only !== undefined) return JSON.stringify(only);
  if (anyOf !== undefined) return listOf(anyOf).map(typeText).join(' or ');
  const named = listOf(schema['type']).filter((type) => typeof type === 'string');
  const types = named.map((type) => {
    if (type === 'array') return `${typeText(items)}[]`;
    if (type === 'object' && isObject(values)) return `{*: ${typeText(values)}}`;
    return typeof format === 'string' && type === 'string' ? `string(${format})` : type;
  });
  return types.length === 0 ? 'any' : types.join('|');
};

const wordFact = (name: string, word: JsonValue): Fact => `${name} = ${JSON.stringify(word)}`;

const factsOfSchema = (name: string, schema: JsonValue | undefined): readonly Fact[] => {
  if (!isObject(schema)) return [];
  const { enum: words, properties } = schema;
  if (words !== undefined) return listOf(words).map((word) => wordFact(name, word));
  const type = `${name}: ${typeText(schema)}`;
  if (!isObject(properties)) return [type];
  const required = listOf(schema['required']);
  return [
    type,
    ...Object.entries(properties).map(
      ([field, of]) => `${name}.${field}${required.includes(field) ? '' : '?'}: ${typeText(of)}`,
    ),
  ];
};

const referencesIn = (value: JsonValue | undefined): readonly string[] =>
  [...JSON.stringify(value ?? null).matchAll(/"#\/components\/schemas\/(?<name>[^"]+)"/g)].map(
    ({ groups }) => groups?.['name'] ?? '',
  );

/** Names that are reached from here, each once. */
const reached = (schemas: JsonObject, from: readonly string[]): ReadonlySet<string> => {
  const names = new Set<string>();
  const waiting = [...from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    waiting.push(...referencesIn(schemas[name]));
  }
  return names;
};

type Answer = { readonly route: string; readonly status: string; readonly content: JsonObject };

const answersIn = (document: JsonObject): readonly Answer[] =>
  Object.entries(part(document, 'paths')).flatMap(([path, item]) =>
    Object.keys(isObject(item) ? item : {}).flatMap((method) =>
      Object.entries(part(part(item, method), 'responses')).map(([status, response]) => ({
        route: `${method.toUpperCase()} ${path}`,
        status,
        content: part(response, 'content'),
      })),
    ),
  );

/** Everything that an OpenAPI document of ours says about answers, in a fixed order. */
export const answerFacts = (document: JsonObject): readonly Fact[] => {
  const schemas = part(part(document, 'components'), 'schemas');
  const answers = answersIn(document);
  const routes = answers.flatMap(({ route, status, content }) =>
    Object.keys(content).length === 0
      ? [`${route} ${status}`]
      : Object.keys(content).map(
          (media) => `${route} ${status} ${media} ${typeText(part(part(content, media), 'schema'))}`,
        ),
  );
  const names = reached(
    schemas,
    answers.flatMap(({ content }) => referencesIn(content)),
  );
  return [...routes, ...[...names].flatMap((name) => factsOfSchema(name, schemas[name]))].sort();
};

const WORD = /^(?<vocabulary>\w+) = /;

/** The vocabulary that a fact gives a word to. */
export const vocabularyOf = (fact: Fact): string | undefined => WORD.exec(fact)?.groups?.['vocabulary'];
