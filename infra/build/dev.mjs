/**
 * `npm run dev`: compiles a source when it changes, restarts the API (node --watch) and serves the pages with Vite,
 * which passes API calls on.
 */
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildNode, compile } from './build.mjs';
import { writeWebTypes } from './web-types.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const isSource = (file) =>
  /^(apps\/(api|worker|cli)|libs\/.+)\/src\/.+\.ts$/.test(file) && !/\.(spec|fixture)\.ts$/.test(file);

await buildNode();
await writeWebTypes();

for (const folder of ['apps', 'libs']) {
  watch(join(root, folder), { recursive: true }, (_event, name) => {
    if (name !== null) changed(relative(root, join(root, folder, name)));
  });
}

const children = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'apps/api/dist/main.js'], {
    cwd: root,
    stdio: 'inherit',
  }),
];
if (existsSync(join(root, 'apps/web/index.html'))) {
  children.push(
    spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'apps/web'], { cwd: root, stdio: 'inherit' }),
  );
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit();
  });
}

function changed(file) {
  if (!isSource(file) || !existsSync(join(root, file))) return;
  compile(file).catch((error) => console.error(`${file}: ${error.message}`));
}
