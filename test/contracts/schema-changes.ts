import type { JsonObject, JsonValue } from '@duban/kernel';
import { isObject, listOf, meaningOf, textOf } from './schema-keywords.ts';

/** What happened to a published schema; every code needs a new version. */
export type SchemaChangeCode =
  | 'field-removed'
  | 'field-added'
  | 'field-became-optional'
  | 'field-became-required'
  | 'type-changed'
  | 'value-removed'
  | 'value-added'
  | 'constant-changed'
  | 'format-changed'
  | 'limit-changed'
  | 'fields-closed'
  | 'fields-opened'
  | 'option-removed'
  | 'option-added'
  | 'free-text-unmarked'
  | 'changed';

/** `at` is a JSON Pointer into the schema. */
export type SchemaChange = { readonly code: SchemaChangeCode; readonly at: string; readonly what: string };

const BY_KEYWORD: Readonly<Record<string, SchemaChangeCode>> = {
  type: 'type-changed',
  const: 'constant-changed',
  format: 'format-changed',
  pattern: 'format-changed',
  minimum: 'limit-changed',
  maximum: 'limit-changed',
  exclusiveMinimum: 'limit-changed',
  exclusiveMaximum: 'limit-changed',
  minLength: 'limit-changed',
  maxLength: 'limit-changed',
  minItems: 'limit-changed',
  maxItems: 'limit-changed',
};

const child = (at: string, ...names: readonly string[]): string =>
  [at, ...names.map((name) => name.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');

const union = (one: JsonObject, other: JsonObject): readonly string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
];

const partsOf = (schema: JsonObject, keyword: string): JsonObject => {
  const parts = schema[keyword];
  return isObject(parts) ? parts : {};
};

const requiredOf = (schema: JsonObject): ReadonlySet<JsonValue> => new Set(listOf(schema['required']));

const fieldChanges = (before: JsonObject, after: JsonObject, at: string): readonly SchemaChange[] => {
  const [old, now] = [partsOf(before, 'properties'), partsOf(after, 'properties')];
  const [wasRequired, isRequired] = [requiredOf(before), requiredOf(after)];
  const isOpen = before['additionalProperties'] !== false;
  return [...new Set([...union(old, now), ...wasRequired, ...isRequired] as string[])].flatMap((name) => {
    const where = child(at, 'properties', name);
    const [from, to] = [old[name], now[name]];
    if (from !== undefined && to === undefined) return [{ code: 'field-removed', at: where, what: name }];
    if (from === undefined && to !== undefined) {
      // Readers of an open object pass over what they do not know; those of a closed one refuse it.
      return isOpen && !isRequired.has(name) ? [] : [{ code: 'field-added', at: where, what: name }];
    }
    const inside = from === undefined || to === undefined ? [] : schemaChanges(from, to, where);
    if (wasRequired.has(name) === isRequired.has(name)) return inside;
    const code = isRequired.has(name) ? 'field-became-required' : 'field-became-optional';
    return [{ code, at: where, what: name }, ...inside];
  });
};

const patternChanges = (before: JsonObject, after: JsonObject, at: string): readonly SchemaChange[] => {
  const [old, now] = [partsOf(before, 'patternProperties'), partsOf(after, 'patternProperties')];
  return union(old, now).flatMap((pattern) => {
    const where = child(at, 'patternProperties', pattern);
    const [from, to] = [old[pattern], now[pattern]];
    return from === undefined || to === undefined
      ? [{ code: 'changed', at: where, what: pattern }]
      : schemaChanges(from, to, where);
  });
};

const opennessChanges = (before: JsonObject, after: JsonObject, at: string): readonly SchemaChange[] => {
  const [from, to] = [before['additionalProperties'], after['additionalProperties']];
  if (textOf(from) === textOf(to)) return [];
  if (isObject(from) && isObject(to)) return schemaChanges(from, to, child(at, 'additionalProperties'));
  const code = to === false || isObject(to) ? 'fields-closed' : 'fields-opened';
  return [{ code, at: child(at, 'additionalProperties'), what: `${textOf(from)} → ${textOf(to)}` }];
};

const enumChanges = (before: JsonObject, after: JsonObject, at: string): readonly SchemaChange[] => {
  const [old, now] = [before, after].map((schema) => listOf(schema['enum']).map(textOf)) as [
    string[],
    string[],
  ];
  if ('enum' in before !== 'enum' in after) return [{ code: 'changed', at: child(at, 'enum'), what: 'enum' }];
  return [
    ...old
      .filter((value) => !now.includes(value))
      .map((what) => ({ code: 'value-removed' as const, at, what })),
    ...now
      .filter((value) => !old.includes(value))
      .map((what) => ({ code: 'value-added' as const, at, what })),
  ];
};

/** What is left when equal options are paired off is compared in order. */
const optionChanges = (before: JsonObject, after: JsonObject, at: string): readonly SchemaChange[] => {
  const [old, now] = [listOf(before['anyOf']), listOf(after['anyOf'])];
  const missing = (all: readonly JsonValue[], others: readonly JsonValue[]) =>
    all.filter((option) => !others.some((other) => textOf(other) === textOf(option)));
  const [gone, come] = [missing(old, now), missing(now, old)];
  const where = child(at, 'anyOf');
  const paired = gone
    .slice(0, come.length)
    .flatMap((from, index) => schemaChanges(from, come[index] ?? false, where));
  return [
    ...paired,
    ...gone
      .slice(come.length)
      .map((what) => ({ code: 'option-removed' as const, at: where, what: textOf(what) })),
    ...come
      .slice(gone.length)
      .map((what) => ({ code: 'option-added' as const, at: where, what: textOf(what) })),
    ...(old.length !== now.length && gone.length === come.length
      ? [{ code: 'changed' as const, at: where, what: 'anyOf' }]
      : []),
  ];
};

/** Marking a text as free is always allowed: what must not leave may be withheld at any time. */
const freeTextChanges = (before: JsonObject, after: JsonObject, at: string): readonly SchemaChange[] =>
  before['x-free-text'] === true && after['x-free-text'] !== true
    ? [{ code: 'free-text-unmarked', at, what: 'x-free-text' }]
    : [];

const HANDLED: ReadonlySet<string> = new Set([
  ...['properties', 'required', 'patternProperties', 'additionalProperties', 'enum', 'anyOf', 'items'],
  'x-free-text',
]);

const otherChanges = (before: JsonObject, after: JsonObject, at: string): readonly SchemaChange[] =>
  union(before, after)
    .filter((keyword) => !HANDLED.has(keyword) && textOf(before[keyword]) !== textOf(after[keyword]))
    .map((keyword) => ({
      code: BY_KEYWORD[keyword] ?? 'changed',
      at: child(at, keyword),
      what: `${textOf(before[keyword])} → ${textOf(after[keyword])}`,
    }));

const itemChanges = (before: JsonObject, after: JsonObject, at: string): readonly SchemaChange[] => {
  const [from, to] = [before['items'], after['items']];
  if (from === undefined && to === undefined) return [];
  return schemaChanges(from ?? true, to ?? true, child(at, 'items'));
};

const compared = (before: JsonValue, after: JsonValue, at: string): readonly SchemaChange[] => {
  if (!isObject(before) || !isObject(after)) {
    return textOf(before) === textOf(after) ? [] : [{ code: 'changed', at, what: 'schema' }];
  }
  return [
    fieldChanges,
    patternChanges,
    opennessChanges,
    enumChanges,
    optionChanges,
    freeTextChanges,
    itemChanges,
    otherChanges,
  ].flatMap((changesOf) => changesOf(before, after, at));
};

/**
 * How a published schema differs in meaning from what it was. Topics keep every message and consumers keep schemas, so old
 * messages must pass the new schema and new messages the old one: nothing may differ but words, free text that gets its
 * mark, and optional fields of objects that were open.
 */
export function schemaChanges(before: JsonValue, after: JsonValue, at = ''): readonly SchemaChange[] {
  return compared(meaningOf(before), meaningOf(after), at);
}
