import type { JsonObject, JsonValue } from '@duban/kernel';

/** Keywords that tell people something and allow or forbid nothing. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  '$comment',
  'title',
  'description',
  'examples',
  'deprecated',
]);

/** Lists whose order says nothing. */
const SETS: ReadonlySet<string> = new Set(['required', 'enum', 'type', 'anyOf']);

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: JsonValue | undefined): readonly JsonValue[] => {
  if (Array.isArray(value)) return value as readonly JsonValue[];
  return value === undefined ? [] : [value];
};

/** JSON text with sorted keys, so that equal values have equal text. */
export const textOf = (value: JsonValue | undefined): string =>
  value === undefined
    ? ''
    : JSON.stringify(value, (_, part: JsonValue) =>
        isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
      );

const byName = (value: JsonValue | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([name, schema]) => [name, meaningOf(schema)]),
  );

/** Names that map to schemas; a field called `title` is a field, not an annotation. */
const MAPS: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs']);

const keywordOf = (keyword: string, value: JsonValue): JsonValue => {
  if (MAPS.has(keyword)) return byName(value);
  if (keyword === 'const') return value;
  if (!SETS.has(keyword)) return Array.isArray(value) ? value.map(meaningOf) : meaningOf(value);
  const parts = keyword === 'anyOf' ? listOf(value).map(meaningOf) : listOf(value);
  const [first = null, ...others] = [...parts].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  if (keyword === 'type' && others.length === 0) return first;
  return parts.length === 0 ? [] : [first, ...others];
};

/** A schema without what only people read, and with its sets in one order: equal text, equal contract. */
export function meaningOf(schema: JsonValue): JsonValue {
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !ANNOTATIONS.has(keyword))
      .map(([keyword, value]) => [keyword, keywordOf(keyword, value)]),
  );
}
