import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { specExtras, table } from '../../infra/build/boundaries.mjs';
import { manifestOf, root } from './planted-tree.ts';

const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  workspaces: string[];
};
const packages = globSync(workspaces, { cwd: root })
  .filter((folder) => existsSync(join(root, folder, 'package.json')))
  .sort();
/** Tools and types are not imported by sources, so the table does not list them. */
const isTool = (name: string) =>
  /^(@types\/|vite$|@vitejs\/|openapi-typescript$|@nestjs\/testing$)/.test(name);

describe('workspaces', () => {
  it('have a row in the dependency table each, and every row has a workspace', () => {
    expect(packages).toEqual(Object.keys(table).sort());
  });

  it.each(packages)('%s declares exactly what its row allows', (folder) => {
    const { dependencies = {}, devDependencies = {} } = manifestOf(folder);
    const row = table[folder];
    const libraries = [...(row?.ours ?? []), ...(row?.entries ?? []).map((entry) => entry.folder)];
    const allowed = [...new Set(libraries.map((other) => manifestOf(other).name)), ...(row?.npm ?? [])];
    const forSpecs = new Set([...specExtras.npm, ...specExtras.ours.map((other) => manifestOf(other).name)]);
    const declared = [
      ...Object.keys(dependencies),
      ...Object.keys(devDependencies).filter((name) => allowed.includes(name) || !forSpecs.has(name)),
    ].filter((name) => !isTool(name));
    expect(declared.sort()).toEqual(allowed.sort());
  });

  it.each(['.', ...packages])('%s names exact versions', (folder) => {
    const { dependencies = {}, devDependencies = {} } = manifestOf(folder);
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('every dependency has its line in docs/dependencies.md', () => {
    const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
    const names = ['.', ...packages].flatMap((folder) => {
      const { dependencies = {}, devDependencies = {} } = manifestOf(folder);
      return Object.keys({ ...dependencies, ...devDependencies });
    });
    const external = [...new Set(names)].filter((name) => !name.startsWith('@duban/'));
    expect(external.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
