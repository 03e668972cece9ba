/**
 * Joins what is compiled of an app and of our libraries into a few files: most of a start was finding and reading some
 * thousand small ones. What is compiled stays beside them, for tools that load a part of it.
 */
import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../', import.meta.url));
const apps = ['api', 'worker', 'cli'];

/** As deep below the app as what is compiled, so that files beside the sources are found from both. */
const FOLDER = 'bundle';

/** Threads are started from a file of their own, which their starter looks for beside itself. */
const workersOf = (app) =>
  globSync([`apps/${app}/dist/**/*.worker.js`, 'libs/{*,event-store/*,audit/*}/dist/**/*.worker.js'], {
    cwd: root,
  });

const isOfNode = (id) => id.startsWith('node:');
const isOurs = (id) => id.startsWith('.') || id.startsWith('/') || id.startsWith('@duban/');

const packageOf = (id) =>
  id
    .split('/')
    .slice(0, id.startsWith('@') ? 2 : 1)
    .join('/');

/** A library with a version of its own would find another from where the bundle lies. */
const isNested = (id, importer) => {
  const [, workspace] = /^(.+?\/(?:libs|apps)\/.+?)\/(?:dist|node_modules)\//.exec(importer ?? '') ?? [];
  return workspace !== undefined && existsSync(join(workspace, 'node_modules', packageOf(id)));
};

const isExternal = (id, importer) => isOfNode(id) || (!isOurs(id) && !isNested(id, importer));

/** Each compiled file with its map, so that a stack trace still names the line of the source. */
const withMaps = {
  name: 'maps-of-compiled-files',
  async load(id) {
    if (!id.endsWith('.js') || !existsSync(`${id}.map`)) return null;
    const [code, map] = await Promise.all([readFile(id, 'utf8'), readFile(`${id}.map`, 'utf8')]);
    return { code, map: JSON.parse(map) };
  },
};

const entriesOf = (app) => ({
  main: `apps/${app}/dist/main.js`,
  ...Object.fromEntries(workersOf(app).map((file) => [`${FOLDER}/${basename(file, '.js')}`, file])),
});

async function bundleApp(app) {
  const folder = join(root, 'apps', app, 'dist');
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(Object.entries(entriesOf(app)).map(([name, file]) => [name, join(root, file)])),
    platform: 'node',
    external: isExternal,
    plugins: [withMaps],
    // How long it took is no fault of the sources, and says most on a busy machine.
    checks: { bundlerTimings: false },
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output } = await bundle.generate({
    dir: folder,
    format: 'esm',
    sourcemap: true,
    keepNames: true,
    chunkFileNames: `${FOLDER}/[name]-[hash].js`,
  });
  await bundle.close();
  await mkdir(join(folder, FOLDER), { recursive: true });
  for (const { fileName, code, source } of output) {
    const text = code ?? source;
    if (dirname(fileName) !== FOLDER && /import\.meta\.url/.test(text) && !fileName.endsWith('.map'))
      throw new Error(`${app}/${fileName} looks for files beside itself, and does not lie in ${FOLDER}`);
    await writeFile(join(folder, fileName), text);
  }
}

export async function bundleApps() {
  await Promise.all(apps.map(bundleApp));
}
