import { eventEntries } from '@duban/contracts';

/** Steps into event data; `*` is any element of a list or any entry of a dictionary. */
export type PathPattern = readonly string[];

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

const newestPaths = (entry: (typeof eventEntries)[number]): readonly PathPattern[] => {
  const newest = entry.schemas.find(({ version }) => version === entry.latest);
  return newest === undefined ? [] : pathsIn(newest.schema as Node, []);
};

/** Where the schemas of contracts say `x-free-text`, by type name: found, never listed. */
export const freeTextPaths: ReadonlyMap<string, readonly PathPattern[]> = new Map(
  eventEntries.map((entry) => [entry.type, newestPaths(entry)]),
);
