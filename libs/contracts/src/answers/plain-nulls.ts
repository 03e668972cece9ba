/** Schemas of stored and sent data, said without `anyOf` where a type says the same. */
type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const isBare = ({ type, ...rest }: Node): boolean =>
  typeof type === 'string' && Object.keys(rest).every((key) => key === 'format' || key === 'maxLength');

const orNullOf = (only: Node): Node => {
  const { title, enum: words, type } = only;
  return {
    ...only,
    type: [type, 'null'],
    ...(typeof title === 'string' ? { title: `${title}OrNull` } : {}),
    ...(Array.isArray(words) ? { enum: [...(words as unknown[]), null] } : {}),
  };
};

/** Options of constants, of one thing or null, and of plain types. */
const joined = (options: readonly Node[]): Node => {
  const others = options.filter(({ type }) => type !== 'null');
  const isNullable = others.length < options.length;
  const [only = {}] = others;
  if (others.every((option) => 'const' in option)) {
    const words = others.map((option) => option['const']);
    return isNullable
      ? { type: [only['type'], 'null'], enum: [...words, null] }
      : { type: only['type'], enum: words };
  }
  if (others.length === 1 && isNullable) return orNullOf(only);
  if (others.every(isBare))
    return { type: [...others.map(({ type }) => type), ...(isNullable ? ['null'] : [])] };
  return { anyOf: options };
};

type Dropped = ReadonlySet<string>;

const plainPart = (
  key: string,
  value: unknown,
  dropped: Dropped,
): readonly (readonly [string, unknown])[] => {
  if (dropped.has(key)) return [];
  if (key === 'properties' && isNode(value)) {
    const fields = Object.entries(value).map(([name, field]) => [name, plainNulls(field, dropped)]);
    return [[key, Object.fromEntries(fields)]];
  }
  if (key === 'patternProperties' && isNode(value))
    return [['additionalProperties', plainNulls(Object.values(value)[0], dropped)]];
  return [[key, key === 'items' ? plainNulls(value, dropped) : value]];
};

/** The same schema: null is a type, maps are `additionalProperties`, and keywords in `dropped` are left out. */
export function plainNulls(schema: unknown, dropped: Dropped = new Set()): unknown {
  if (!isNode(schema)) return schema;
  const { anyOf, ...rest } = schema;
  if (Array.isArray(anyOf)) {
    const options = anyOf.map((option) => plainNulls(option, dropped) as Node);
    return { ...rest, ...joined(options) };
  }
  return Object.fromEntries(Object.entries(schema).flatMap(([key, value]) => plainPart(key, value, dropped)));
}
