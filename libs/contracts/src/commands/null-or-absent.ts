/** In a request null and absent mean the same: many clients can say only one of them. */
type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const optionsOf = ({ anyOf }: Node): readonly Node[] => (Array.isArray(anyOf) ? (anyOf as Node[]) : []);

export const mayBeNull = (schema: Node): boolean =>
  [schema['type']].flat().includes('null') || optionsOf(schema).some(mayBeNull);

const requiredOf = ({ required }: Node): readonly unknown[] => (Array.isArray(required) ? required : []);

const sentField = (schema: unknown, isRequired: boolean): unknown => {
  const field = sentAs(schema);
  if (isRequired || !isNode(field) || mayBeNull(field) || 'anyOf' in field) return field;
  const { enum: words, title } = field;
  return {
    ...field,
    type: [field['type'], 'null'].flat(),
    ...(typeof title === 'string' ? { title: `${title}OrNull` } : {}),
    ...(Array.isArray(words) ? { enum: [...(words as unknown[]), null] } : {}),
  };
};

const sentFields = (properties: Node, required: readonly unknown[]): Node =>
  Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, sentField(field, required.includes(name))]),
  );

/** What may be null may be absent, and the other way round: the schema of what a client sends, by that of what is read of it. */
export function sentAs(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(sentAs);
  if (!isNode(schema)) return schema;
  const { properties, ...others } = schema;
  const inside = Object.fromEntries(Object.entries(others).map(([key, value]) => [key, sentAs(value)]));
  if (!isNode(properties)) return inside;
  const required = requiredOf(schema).filter(
    (name) => typeof name === 'string' && !mayBeNull((properties[name] ?? {}) as Node),
  );
  return { ...inside, required, properties: sentFields(properties, requiredOf(schema)) };
}
