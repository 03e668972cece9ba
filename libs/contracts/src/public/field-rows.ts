import type { TSchema } from '@sinclair/typebox';

/** The parts of JSON Schema that our schemas use, as the catalogue reads them. */
type Node = {
  readonly title?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly const?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Node>>;
  readonly 'x-free-text'?: boolean;
};

/** One line of a table of fields. `path` is dotted, `[]` marks the elements of a list. */
export type FieldRow = { readonly path: string; readonly name: string; readonly kind: string };

/** A shape that has a name and is described once. */
export type NamedShape = { readonly title: string; readonly schema: TSchema };

const isNull = ({ type }: Node): boolean => type === 'null';

const textKind = (node: Node): string => {
  if (node.enum !== undefined) return node.enum.map((value) => `\`${value}\``).join(' ');
  if (node.pattern !== undefined) return node.pattern.startsWith('^person:') ? 'person' : 'text';
  if (node.format !== undefined) return node.format;
  return node['x-free-text'] === true ? 'free text' : 'text';
};

const numberKind = ({ minimum, maximum }: Node): string => {
  if (minimum === undefined) return 'whole number';
  return maximum === undefined ? `whole number ≥ ${minimum}` : `whole number ${minimum}–${maximum}`;
};

const unionKind = (options: readonly Node[]): string =>
  [
    ...options.filter((option) => !isNull(option)).map(kindOf),
    ...options.filter(isNull).map(() => 'null'),
  ].join(' or ');

const dictionaryOf = ({ patternProperties }: Node): Node | undefined =>
  Object.values(patternProperties ?? {})[0];

function kindOf(node: Node): string {
  const { anyOf, items, title } = node;
  if (title !== undefined) return `[${title}](#${title.toLowerCase()})`;
  if (anyOf !== undefined) return unionKind(anyOf);
  if (node.const !== undefined) return `\`${node.const}\``;
  if (items !== undefined) return `list of ${kindOf(items)}`;
  const entry = dictionaryOf(node);
  if (entry !== undefined) return `dictionary of ${kindOf(entry)}`;
  if (node.type === 'object') return 'object';
  if (node.type === 'integer') return numberKind(node);
  return node.type === 'string' ? textKind(node) : (node.type ?? 'anything');
}

/** Steps through "or null" and lists to what has fields; a named shape is described elsewhere. */
const withinOf = (node: Node, path: string): readonly [Node, string] => {
  const some = node.anyOf?.find((option) => !isNull(option));
  if (some !== undefined) return withinOf(some, path);
  return node.items === undefined ? [node, path] : withinOf(node.items, `${path}[]`);
};

const rowsOf = ({ properties = {}, required = [] }: Node, prefix: string): readonly FieldRow[] =>
  Object.entries(properties).flatMap(([name, node]) => {
    const path = `${prefix}${name}`;
    const kind = required.includes(name) ? kindOf(node) : `${kindOf(node)}, may be absent`;
    const [within, inner] = withinOf(node, path);
    const nested = within.title === undefined ? rowsOf(within, `${inner}.`) : [];
    return [{ path, name, kind }, ...nested];
  });

export const fieldRows = (schema: TSchema): readonly FieldRow[] => rowsOf(schema, '');

const childrenOf = ({
  anyOf = [],
  items,
  properties = {},
  patternProperties = {},
}: Node): readonly Node[] => [
  ...anyOf,
  ...(items === undefined ? [] : [items]),
  ...Object.values(properties),
  ...Object.values(patternProperties),
];

/** The named shapes inside a schema, outer ones first. */
export const namedShapes = (schema: TSchema): readonly NamedShape[] =>
  childrenOf(schema).flatMap((child) => {
    const inside = namedShapes(child as TSchema);
    return child.title === undefined ? inside : [{ title: child.title, schema: child as TSchema }, ...inside];
  });
