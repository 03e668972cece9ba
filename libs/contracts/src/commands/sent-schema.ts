import type { TSchema } from '@sinclair/typebox';

/** How much a sender may say at one place, in characters and list entries; the log itself knows no such bounds. */
export const SENT_LIMITS = { id: 200, text: 2_000, freeText: 20_000, list: 1_000 } as const;

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const longest = (node: Node): number => {
  if (node['x-free-text'] === true) return SENT_LIMITS.freeText;
  return 'minLength' in node || 'pattern' in node ? SENT_LIMITS.id : SENT_LIMITS.text;
};

/** Closed words and dates are as long as they are. */
const isOpenText = (node: Node): boolean =>
  node['type'] === 'string' && !('enum' in node || 'const' in node || 'format' in node);

/** A day of this field's facts and dates: no slip of the pen such as the year 1 or 9999. */
const DAYS = { pattern: '^(?:19(?:49|[5-9]\\d)|2[01]\\d\\d)-' };

const boundsOf = (node: Node): Node => {
  if (node['format'] === 'date') return { ...DAYS, ...node };
  if (isOpenText(node)) return { maxLength: longest(node), ...node };
  return node['type'] === 'array' ? { maxItems: SENT_LIMITS.list, ...node } : node;
};

const boundedValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(boundedValue);
  return isNode(value) ? bounded(value) : value;
};

/** Symbols are the schema library's own and stay. */
const bounded = (node: Node): Node => {
  const inside = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, boundedValue(value)]));
  return boundsOf({ ...node, ...inside });
};

/**
 * The schema of what is sent: that of the fact which comes of it, with bounds where it has none. Facts that are stored already are
 * read by their own schema, however long they are.
 */
export const sentSchema = <Schema extends TSchema>(schema: Schema): Schema => bounded(schema) as Schema;

/** Each schema of a table as {@link sentSchema}. */
export const sentSchemas = <Schemas extends Readonly<Record<string, TSchema>>>(schemas: Schemas): Schemas =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, sentSchema(schema)])) as Schemas;
