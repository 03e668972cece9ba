/** Jest finds the tests related to a file only when workspace names lead to sources without the resolver. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import base from '../../jest.config.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const mapper = globSync(
  workspaces.map((folder) => `${folder}/package.json`),
  { cwd: root },
)
  .map((file) => [
    JSON.parse(readFileSync(join(root, file), 'utf8')).name,
    file.replace('package.json', 'src/index.ts'),
  ])
  .map(([name, index]) => [`^${name}$`, `<rootDir>/${index}`]);

export default {
  ...base,
  rootDir: root,
  roots: ['<rootDir>/libs'],
  moduleNameMapper: Object.fromEntries(mapper),
  reporters: ['default'],
};
