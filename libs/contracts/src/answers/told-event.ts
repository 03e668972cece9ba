/** The schemas of stored events, as answers say them. */
import { Type, type Static, type TSchema } from '@sinclair/typebox';
import type { EventsByCategory } from '../events/event-types.ts';
import { currentSchemas } from '../events/schemas/current-schemas.ts';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** What guards the way into the log, and says nothing about what comes out of it. */
const LIMITS: ReadonlySet<string> = new Set([
  ...['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'pattern', 'x-free-text'],
]);

const isBare = ({ type, ...rest }: Node): boolean =>
  typeof type === 'string' && Object.keys(rest).every((key) => key === 'format');

/** `anyOf` with null, and `anyOf` of values or of plain types, said without it. */
const joined = (options: readonly Node[]): Node => {
  const others = options.filter(({ type }) => type !== 'null');
  const isNullable = others.length < options.length;
  const [only = {}] = others;
  const orNull = isNullable ? ['null'] : [];
  if (others.every((option) => 'const' in option))
    return {
      type: isNullable ? [only['type'], ...orNull] : only['type'],
      enum: [...others.map((option) => option['const']), ...(isNullable ? [null] : [])],
    };
  if (others.length === 1 && isNullable) {
    const { title, enum: values, type } = only;
    return {
      ...only,
      type: [type, 'null'],
      ...(typeof title === 'string' ? { title: `${title}OrNull` } : {}),
      ...(Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {}),
    };
  }
  if (others.every(isBare)) return { type: [...others.map(({ type }) => type), ...orNull] };
  return { anyOf: options };
};

const toldFields = (properties: Node): Node =>
  Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, told(field)]));

const toldPart = (key: string, value: unknown): readonly (readonly [string, unknown])[] => {
  if (LIMITS.has(key)) return [];
  if (key === 'properties' && isNode(value)) return [[key, toldFields(value)]];
  if (key === 'patternProperties' && isNode(value)) {
    return [['additionalProperties', told(Object.values(value)[0])]];
  }
  return [[key, key === 'items' ? told(value) : value]];
};

function told(schema: unknown): unknown {
  if (!isNode(schema)) return schema;
  const { anyOf, ...rest } = schema;
  if (Array.isArray(anyOf)) return { ...rest, ...joined(anyOf.map(told) as Node[]) };
  return Object.fromEntries(Object.entries(schema).flatMap(([key, value]) => toldPart(key, value)));
}

/** A schema of stored data as an answer shows it: closed as it is, null as a type, without limits. */
export const toldSchema = <Schema extends TSchema>(schema: Schema, title?: string) =>
  Type.Unsafe<Static<Schema>>({ ...(told(schema) as object), ...(title === undefined ? {} : { title }) });

type CaseEvent = EventsByCategory['case'];
type DataOf<Name> = Extract<CaseEvent, { readonly type: Name }>['data'];

export type CaseEventName = CaseEvent['type'];

/** The data of an event of a case, under the event's name. */
export const caseEventData = <Name extends CaseEventName>(name: Name) =>
  Type.Unsafe<DataOf<Name>>(toldSchema(currentSchemas.case[name] as TSchema, name));
