import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../../infra/build/boundaries.mjs';
import { root } from './planted-tree.ts';

const ROW = /^\| `(?<folder>(?:libs|apps)\/[^`]+)` \| (?<what>[^|]+) \| (?<ours>[^|]*) \|$/;

const rooms = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
  .split('\n')
  .map((line) => ROW.exec(line)?.groups)
  .filter((groups) => groups !== undefined);

/** A further door of a library is still that library. */
const expected = Object.entries(table).map(([folder, { ours, entries = [] }]) => [
  folder,
  [...new Set([...ours, ...entries.map((entry) => entry.folder)])].map((other) => other.replace('libs/', '')),
]);

it('the rooms of the architecture page are those of the dependency table, with what each may import', () => {
  expect(rooms.map(({ folder, ours = '' }) => [folder, ours === '' ? [] : ours.split(', ')])).toEqual(
    expected,
  );
});
