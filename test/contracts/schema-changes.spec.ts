import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '@duban/kernel';
import { schemaChanges } from './schema-changes.ts';
import { isObject, listOf, meaningOf, textOf } from './schema-keywords.ts';
import { contractOf } from './contract.ts';
import { asyncApi } from './asyncapi-text.ts';

const object = (properties: JsonObject, required: readonly string[], more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  ...more,
});
const text: JsonObject = { type: 'string' };
const before = object(
  {
    id: { type: 'string', minLength: 1 },
    grade: { type: 'string', enum: ['good', 'bad'] },
    day: { type: 'string', format: 'date' },
    who: { type: 'string', pattern: '^person:' },
    count: { type: 'integer', minimum: 0 },
    note: { anyOf: [{ type: 'string', 'x-free-text': true }, { type: 'null' }] },
    list: { type: 'array', items: object({ n: text, m: text }, ['n']) },
    facts: { type: 'object', patternProperties: { '^(.*)$': text } },
    kind: { const: 'a' },
    open: { type: 'object', properties: { x: text }, required: ['x'] },
  },
  ['id', 'grade', 'list'],
);

/** A copy with something done to one place in it. */
const changed = (path: readonly string[], value: JsonValue | undefined): JsonObject => {
  const copy = structuredClone(before) as Record<string, JsonValue>;
  const last = path.at(-1) ?? '';
  const target = path
    .slice(0, -1)
    .reduce<Record<string, JsonValue>>((at, key) => at[key] as Record<string, JsonValue>, copy);
  if (value === undefined) Reflect.deleteProperty(target, last);
  else target[last] = value;
  return copy;
};

const inside = ['properties'];
const codesOf = (after: JsonValue) => schemaChanges(before, after).map(({ code, at }) => `${code} ${at}`);

describe('a change of meaning within a version is named', () => {
  it.each<readonly [what: string, path: readonly string[], value: JsonValue | undefined, found: string]>([
    ['a field goes', [...inside, 'day'], undefined, 'field-removed /properties/day'],
    [
      'a field inside a list goes',
      [...inside, 'list', 'items', 'properties', 'm'],
      undefined,
      'field-removed /properties/list/items/properties/m',
    ],
    ['an optional field comes', [...inside, 'more'], text, 'field-added /properties/more'],
    ['a field may be absent', ['required'], ['id', 'grade'], 'field-became-optional /properties/list'],
    [
      'a field must be there',
      ['required'],
      ['id', 'grade', 'list', 'day'],
      'field-became-required /properties/day',
    ],
    [
      'a number becomes a text',
      [...inside, 'count', 'type'],
      'string',
      'type-changed /properties/count/type',
    ],
    ['a text may be null', [...inside, 'id', 'type'], ['string', 'null'], 'type-changed /properties/id/type'],
    ['a value goes', [...inside, 'grade', 'enum'], ['good'], 'value-removed /properties/grade'],
    ['a value comes', [...inside, 'grade', 'enum'], ['good', 'bad', 'fair'], 'value-added /properties/grade'],
    ['the vocabulary is opened', [...inside, 'grade', 'enum'], undefined, 'changed /properties/grade/enum'],
    ['a constant changes', [...inside, 'kind', 'const'], 'b', 'constant-changed /properties/kind/const'],
    ['a format changes', [...inside, 'day', 'format'], 'date-time', 'format-changed /properties/day/format'],
    ['a format goes', [...inside, 'day', 'format'], undefined, 'format-changed /properties/day/format'],
    ['a pattern changes', [...inside, 'who', 'pattern'], '^organ:', 'format-changed /properties/who/pattern'],
    ['a limit moves', [...inside, 'count', 'minimum'], 1, 'limit-changed /properties/count/minimum'],
    ['a limit comes', [...inside, 'count', 'maximum'], 9, 'limit-changed /properties/count/maximum'],
    ['unknown fields are let in', ['additionalProperties'], true, 'fields-opened /additionalProperties'],
    [
      'unknown fields are shut out',
      [...inside, 'open', 'additionalProperties'],
      false,
      'fields-closed /properties/open/additionalProperties',
    ],
    [
      'an open object must have more',
      [...inside, 'open', 'required'],
      ['x', 'y'],
      'field-became-required /properties/open/properties/y',
    ],
    [
      'null is no longer possible',
      [...inside, 'note', 'anyOf'],
      [{ type: 'string', 'x-free-text': true }],
      'option-removed /properties/note/anyOf',
    ],
    [
      'something else is possible',
      [...inside, 'note', 'anyOf'],
      [{ type: 'string', 'x-free-text': true }, { type: 'null' }, { type: 'integer' }],
      'option-added /properties/note/anyOf',
    ],
    [
      'an option changes inside',
      [...inside, 'note', 'anyOf'],
      [{ type: 'integer', 'x-free-text': true }, { type: 'null' }],
      'type-changed /properties/note/anyOf/type',
    ],
    [
      'a dictionary holds something else',
      [...inside, 'facts', 'patternProperties'],
      { '^(.*)$': { type: 'integer' } },
      'type-changed /properties/facts/patternProperties/^(.*)$/type',
    ],
    [
      'a dictionary has other keys',
      [...inside, 'facts', 'patternProperties'],
      { '^[a-z]+$': text },
      'changed /properties/facts/patternProperties/^(.*)$',
    ],
    [
      'a list holds something else',
      [...inside, 'list', 'items'],
      text,
      'type-changed /properties/list/items/type',
    ],
    [
      'text is no longer withheld',
      [...inside, 'note', 'anyOf'],
      [text, { type: 'null' }],
      'free-text-unmarked /properties/note/anyOf',
    ],
    [
      'a keyword comes that nobody thought of',
      [...inside, 'id', 'not'],
      { const: 'x' },
      'changed /properties/id/not',
    ],
  ])('%s', (_what, path, value, found) => {
    expect(codesOf(changed(path, value))).toContain(found);
  });
});

describe('what readers do not notice is no change', () => {
  it.each<readonly [what: string, path: readonly string[], value: JsonValue | undefined]>([
    ['words', ['description'], 'better words'],
    [
      'words inside',
      [...inside, 'note', 'anyOf'],
      [
        { type: 'string', 'x-free-text': true, description: 'why' },
        { type: 'null', title: 'none' },
      ],
    ],
    ['the order of what is required', ['required'], ['list', 'grade', 'id']],
    ['the order of values', [...inside, 'grade', 'enum'], ['bad', 'good']],
    [
      'the order of options',
      [...inside, 'note', 'anyOf'],
      [{ type: 'null' }, { type: 'string', 'x-free-text': true }],
    ],
    ['text that gets its mark', [...inside, 'list', 'items', 'properties', 'm', 'x-free-text'], true],
    ['an optional field of an open object', [...inside, 'open', 'properties', 'y'], text],
  ])('%s', (_what, path, value) => {
    expect(codesOf(changed(path, value))).toEqual([]);
  });

  it('a field called like an annotation is a field', () => {
    const titled = object({ title: text }, ['title']);
    expect(schemaChanges(titled, object({ title: { type: 'integer' } }, ['title']))).toHaveLength(1);
    expect(meaningOf(titled)).toEqual(titled);
  });
});

/** Every place of a schema that means something. */
const placesOf = (value: JsonValue, path: readonly string[] = []): readonly (readonly string[])[] => {
  const here = path.length === 0 ? [] : [path];
  if (typeof value !== 'object' || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([key, part]) => placesOf(part, [...path, key]))];
};

const isNoneRequired = (schema: JsonValue, path: readonly string[]): boolean =>
  path.join() === 'required' && isObject(schema) && textOf(schema['required']) === '[]';

const without = (
  value: JsonValue,
  [key = '', ...rest]: readonly string[],
  put: JsonValue | undefined,
): JsonValue => {
  if (Array.isArray(value)) {
    const index = Number(key);
    const parts = listOf(value);
    const part = rest.length > 0 ? without(parts[index] ?? null, rest, put) : put;
    return parts.toSpliced(index, 1, ...(part === undefined ? [] : [part]));
  }
  if (!isObject(value)) return value;
  const { [key]: part, ...others } = value;
  const now = rest.length > 0 ? without(part ?? null, rest, put) : put;
  return now === undefined ? others : { ...others, [key]: now };
};

it('nothing that means something can be taken out of a published schema or replaced unseen', () => {
  const schemas = [...contractOf(asyncApi).values()].flatMap((clause) =>
    'schema' in clause ? [clause.schema] : [],
  );
  for (const schema of schemas) expect(schemaChanges(schema, structuredClone(schema))).toEqual([]);
  const cases = schemas
    .flatMap((schema) => placesOf(schema).map((path) => ({ schema, path })))
    .flatMap(({ schema, path }) => [
      { schema, path, put: 'planted' },
      // That no field is required may as well be left unsaid.
      ...(isNoneRequired(schema, path) ? [] : [{ schema, path, put: undefined }]),
    ]);
  fc.assert(
    fc.property(fc.constantFrom(...cases), ({ schema, path, put }) => {
      const after = without(schema, path, put);
      expect(schemaChanges(schema, after)).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});
