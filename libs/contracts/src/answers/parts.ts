/**
 * What answers of the HTTP API are described with. A `title` is the name under which the OpenAPI document has a shape; what may be
 * null is `type: [X, "null"]`; objects are closed. Answers are described as they leave: what was stored is checked when it is
 * stored, so there are no lengths and no patterns here.
 */
import { Type, type Static, type TProperties, type TSchema } from '@sinclair/typebox';
import type { JsonObject, JsonValue, Position } from '@duban/kernel';

type Scalar = string | number | boolean | null | undefined;
/** Any JSON is read-only as it is, and has no end. */
type IsAnyJson<T> = JsonObject extends T ? true : readonly JsonValue[] extends T ? true : false;
type Frozen<T> = T extends Scalar
  ? T
  : IsAnyJson<T> extends true
    ? T
    : { readonly [Key in keyof T]: Frozen<T[Key]> };

/** What an answer of this schema is in the code; nobody changes it. */
export type Answer<Schema extends TSchema> = Frozen<Static<Schema>>;

type Words = { readonly description?: string };

const words = (description?: string): Words => (description === undefined ? {} : { description });

/** A closed object under a name of its own. */
export const answer = <Properties extends TProperties>(
  title: string,
  properties: Properties,
  description?: string,
) => Type.Object(properties, { title, ...words(description), additionalProperties: false });

/** One of a closed vocabulary, under a name of its own. */
export const enumeration = <const Values extends readonly string[]>(title: string, values: Values) =>
  Type.Unsafe<Values[number]>({ title, type: 'string', enum: [...values] });

/** A schema of something else under the name that it has in answers. */
export const named = <Schema extends TSchema>(title: string, schema: Schema): Schema => ({
  ...schema,
  title,
});

export const text = (description?: string) => Type.String(words(description));
/** ISO date in Asia/Shanghai. */
export const date = (description?: string) => Type.String({ format: 'date', ...words(description) });
/** ISO 8601 with offset. */
export const instant = (description?: string) => Type.String({ format: 'date-time', ...words(description) });
/** Of the log: opaque, ordered. */
export const position = () => Type.Unsafe<Position>(Type.String());
export const whole = (description?: string) => Type.Integer(words(description));
export const flag = (description?: string) => Type.Boolean(words(description));
export const list = <Schema extends TSchema>(items: Schema, description?: string) =>
  Type.Array(items, words(description));
export const optional = <Schema extends TSchema>(schema: Schema) => Type.Optional(schema);

/** What is said of a shape at one place only: the document has the shape once, and these words beside the reference to it. */
export const AT_PLACE = 'x-at-place';

/** The same, or null; a shape or vocabulary with a name has another one with null, since names are given once. */
export const orNull = <Schema extends TSchema>(schema: Schema, description?: string) => {
  const {
    type,
    title,
    enum: values,
  } = schema as { type?: string; title?: string; enum?: readonly unknown[] };
  const isNamed = title !== undefined || 'properties' in schema;
  return Type.Unsafe<Static<Schema> | null>({
    ...schema,
    ...(description === undefined ? {} : { [isNamed ? AT_PLACE : 'description']: description }),
    type: [type, 'null'],
    ...(title === undefined ? {} : { title: `${title}OrNull` }),
    ...(values === undefined ? {} : { enum: [...values, null] }),
  });
};

/** Values of one kind under names that only the content knows. */
export const mapOf = <Schema extends TSchema>(values: Schema, description?: string) =>
  Type.Unsafe<Readonly<Record<string, Static<Schema>>>>({
    type: 'object',
    ...words(description),
    additionalProperties: values,
  });

/** An object that others fill: `description` says who. */
export const anyObject = (description: string) =>
  Type.Unsafe<JsonObject>({ type: 'object', description, additionalProperties: true });

/** Any JSON value: `description` says what decides on it. */
export const anyValue = (description: string) => Type.Unsafe<JsonValue>({ description });

/** A page of a list; the next one is asked for with `cursor`. */
export const pageOf = <Schema extends TSchema>(title: string, item: Schema) =>
  answer(title, { items: list(item), next: orNull(text('Cursor of the next page; null on the last one')) });

/** A list that is told whole. */
export const listOf = <Schema extends TSchema>(title: string, item: Schema) =>
  answer(title, { items: list(item) });
