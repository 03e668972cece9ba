import { ERASED, fieldText, WITHHELD } from '@duban/contracts';
import type { JsonObject, JsonValue } from '@duban/kernel';

/** Said of every text that may name people. */
const FREE_TEXT =
  `Free text that may name people: Kafka gets \`${WITHHELD}\` in its place, server-sent events carry it to those who may ` +
  `read it, and \`${ERASED}\` stands where the law had it deleted.`;

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapped = (value: JsonObject, change: (part: JsonValue, key: string) => JsonValue): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part, key)]));

const labelled = (schema: JsonValue, name: string): JsonValue => {
  const described = withNotes(schema);
  if (!isObject(described)) return described;
  const { zh, en } = fieldText(name);
  const note = described['description'];
  return { ...described, description: `${zh} / ${en}${typeof note === 'string' ? `. ${note}` : ''}` };
};

/** Free text is marked wherever it stands: in lists, in dictionaries and beside null as well. */
function withNotes(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(withNotes);
  if (!isObject(schema)) return schema;
  const described = mapped(schema, (part, key) =>
    key === 'properties' && isObject(part) ? mapped(part, labelled) : withNotes(part),
  );
  return schema['x-free-text'] === true ? { ...described, description: FREE_TEXT } : described;
}

/**
 * A served schema as it stands inside a larger document: every field with its name in Chinese and English, free text
 * with a note, and without address and dialect of its own.
 */
export const describedSchema = ({ $schema: _dialect, $id: _id, ...schema }: JsonObject): JsonObject =>
  withNotes(schema) as JsonObject;
