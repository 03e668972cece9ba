import { eventEntries } from '../events/event-registry.ts';
import type { PathPattern } from './text-tree.ts';

type Node = {
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly patternProperties?: Readonly<Record<string, Node>>;
  readonly 'x-free-text'?: boolean;
};

const pathsIn = (node: Node, path: PathPattern): readonly PathPattern[] => [
  ...(node['x-free-text'] === true ? [path] : []),
  ...(node.anyOf ?? []).flatMap((option) => pathsIn(option, path)),
  ...(node.items === undefined ? [] : pathsIn(node.items, [...path, '*'])),
  ...Object.entries(node.properties ?? {}).flatMap(([name, inner]) => pathsIn(inner, [...path, name])),
  ...Object.values(node.patternProperties ?? {}).flatMap((inner) => pathsIn(inner, [...path, '*'])),
];

export const freeTextsIn = (schema: object): readonly PathPattern[] => pathsIn(schema, []);

const newestPaths = (entry: (typeof eventEntries)[number]): readonly PathPattern[] => {
  const newest = entry.schemas.find(({ version }) => version === entry.latest);
  return newest === undefined ? [] : freeTextsIn(newest.schema);
};

/** Where the schemas of events say `x-free-text`, by type name: found, never listed. */
export const freeTextPaths: ReadonlyMap<string, readonly PathPattern[]> = new Map(
  eventEntries.map((entry) => [entry.type, newestPaths(entry)]),
);
