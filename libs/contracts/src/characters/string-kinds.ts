import type { TSchema } from '@sinclair/typebox';
import type { Writing } from '@duban/domain';

/** What a string of a command is, and so which characters it may hold. */
export type StringKind = Writing | 'id' | 'item-place' | 'person';

type Node = {
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly patternProperties?: Readonly<Record<string, Node>>;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly 'x-free-text'?: boolean;
};

/** Numbers of documents and digests of files are written by others, in their own way; so are the ids inside a rule set. */
const NUMBER =
  /(?:[nN]o|Docs|[hH]ash|[dD]igest|attachment|number|sourceId|letter|class|scheme|Scheme|ruleId|rung)$/;

const kindOf = (name: string, node: Node): StringKind => {
  if (node['x-free-text'] === true) return 'text';
  if (node.pattern?.startsWith('^person:') === true) return 'person';
  if (name === 'intoItemId') return 'item-place';
  if (NUMBER.test(name)) return 'number';
  return node.minLength === undefined ? 'line' : 'id';
};

const kindsIn = (name: string, node: Node): readonly (readonly [string, StringKind])[] => [
  ...(node.type === 'string' ? [[name, kindOf(name, node)] as const] : []),
  ...(node.anyOf ?? []).flatMap((option) => kindsIn(name, option)),
  ...(node.items === undefined ? [] : kindsIn(name, node.items)),
  ...Object.entries(node.properties ?? {}).flatMap(([inner, of]) => kindsIn(inner, of)),
  ...Object.values(node.patternProperties ?? {}).flatMap((of) => kindsIn(name, of)),
];

/** The kind of every string of a schema by the name of its property: found, never listed. */
export const stringKinds = (schema: TSchema): ReadonlyMap<string, StringKind> =>
  new Map(kindsIn('', schema as Node));
