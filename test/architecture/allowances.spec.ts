import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { table } from '../../infra/build/boundaries.mjs';
import { manifestOf, root } from './planted-tree.ts';

/** Nest imports it, and asks whoever imports Nest to have it. */
const PEERS = ['rxjs'];

const IMPORTED = /(?:from|import)\s*\(?\s*'(?<name>[^'.][^']*)'/g;
/** A library that a thread loads by its name. */
const LOADED = /\bmodule: '(?<name>@duban\/[^']+)'/g;

/** Everything from outside its folder that a library or application imports, specs included. */
const importsOf = (folder: string): ReadonlySet<string> =>
  new Set(
    globSync(`${folder}/src/**/*.{ts,tsx}`, { cwd: root })
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .flatMap((text) => [...text.matchAll(IMPORTED), ...text.matchAll(LOADED)])
      .map(({ groups }) => groups?.['name'] ?? ''),
  );

const isUnder = (imports: ReadonlySet<string>, name: string): boolean =>
  [...imports].some((each) => each === name || each.startsWith(`${name}/`));

/** What the table allows a folder and nobody there imports. */
const idleIn = (folder: string): readonly string[] => {
  const { ours, npm, node, entries = [] } = table[folder] ?? { ours: [], npm: [], node: [] };
  const imports = importsOf(folder);
  const names = [
    ...ours.map((other) => manifestOf(other).name),
    ...entries.map((entry) => `${manifestOf(entry.folder).name}/${entry.name}`),
    ...npm.filter((name) => !PEERS.includes(name)),
    ...(node === 'any' ? [] : node.map((name) => `node:${name}`)),
  ];
  return names.filter((name) => !isUnder(imports, name));
};

it.each(Object.keys(table))('%s uses whatever the dependency table allows it', (folder) => {
  expect(idleIn(folder)).toEqual([]);
});
