/** Workspace names lead to the sources of this checkout (in a run: the mutated copy), `@jest/globals` to the test list. */
import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @param {string} root folder of the checkout */
const workspaceSources = (root) =>
  globSync(
    read(join(root, 'package.json')).workspaces.map((folder) => `${folder}/package.json`),
    { cwd: root },
  ).flatMap((file) => {
    const { name, exports = {} } = read(join(root, file));
    return Object.entries(exports).map(([door, { source }]) => [
      name + door.slice(1),
      pathToFileURL(join(root, file, '..', source)).href,
    ]);
  });

export const registerSourceNames = (root) => {
  const names = new Map([
    ...workspaceSources(root),
    ['@jest/globals', new URL('test-list.mjs', import.meta.url).href],
  ]);
  registerHooks({
    resolve: (name, context, next) => {
      const url = names.get(name);
      return url === undefined ? next(name, context) : { url, shortCircuit: true };
    },
  });
};
