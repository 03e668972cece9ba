import { mayBeNull } from './null-or-absent.ts';

type Node = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly const?: unknown;
};

type Entries = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of several ways to say it the one whose fixed values are said. */
const wayOf = (node: Node, value: unknown): Node => {
  if (node.anyOf === undefined || !isRecord(value)) return node;
  const ways = node.anyOf.filter(({ properties = {} }) =>
    Object.entries(properties).every(
      ([name, inner]) => inner.const === undefined || inner.const === value[name],
    ),
  );
  return ways.find(({ type }) => type === 'object') ?? node;
};

const inRecord = ({ properties = {}, required = [] }: Node, value: Entries): Entries => {
  const said = Object.entries(value).flatMap(([name, inner]) => {
    const node = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (node === undefined) return [[name, inner] as const];
    if (inner === null && !mayBeNull(node) && !required.includes(name)) return [];
    return [[name, sayNothingAsStored(node, inner)] as const];
  });
  const unsaid = required.filter((name) => {
    const node = properties[name];
    return node !== undefined && mayBeNull(node) && !Object.hasOwn(value, name);
  });
  return Object.fromEntries([...said, ...unsaid.map((name) => [name, null] as const)]);
};

/**
 * What was sent, with nothing said as the fact says it. In a request null and an absent field mean the same, since many
 * clients can only do one of the two; a fact has null where its schema wants the field, and no field where it may be left
 * out. What does not fit its schema is left for the check that follows.
 */
export const sayNothingAsStored = (schema: object, value: unknown): unknown => {
  const node = wayOf(schema, value);
  if (Array.isArray(value)) {
    const { items } = node.anyOf?.find(({ type }) => type === 'array') ?? node;
    return items === undefined ? value : value.map((entry: unknown) => sayNothingAsStored(items, entry));
  }
  return isRecord(value) && node.properties !== undefined ? inRecord(node, value) : value;
};
