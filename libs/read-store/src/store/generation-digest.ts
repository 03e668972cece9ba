import { hash } from 'node:crypto';
import type { Projection, TableSpec } from '@duban/projections';

/** Raise when the runner's own tables, or what it does with changes, become something else. */
const ENGINE_VERSION = 1;

/** In a fixed order, whatever order a table says its columns in: rows are written and read by the names of columns. */
const layoutOf = ({ name, kind, columns, key, indexes, search }: TableSpec): string =>
  JSON.stringify([name, kind, Object.entries(columns).sort(), key, indexes, search === true]);

const linesOf = ({ name, version, tables }: Projection): readonly string[] => [
  `${name}@${version}`,
  ...tables.map(layoutOf),
];

/**
 * Names the layout and meaning of a read model's file: another digest is another file, built beside this one. The version of a
 * projection is its meaning; the layout is told by the tables themselves, so that nobody has to think of it.
 */
export const generationDigest = (projections: readonly Projection[]): string =>
  hash('sha256', [`engine@${ENGINE_VERSION}`, ...projections.flatMap(linesOf).sort()].join('\n')).slice(
    0,
    12,
  );
