/**
 * Sources to `dist`: SWC for every workspace that runs in Node, whose apps are then bundled; Vite for the pages.
 * `--if-needed` does nothing when no source has changed since the last build.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';
import { bundleApps } from './bundle.mjs';
import { swcOptions } from './swc.mjs';
import { buildVerifyPage } from './verify-page.mjs';
import { writeWebTypes } from './web-types.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stampFile = join(root, 'node_modules/.cache/duban/build-stamp');
const nodeSources = [
  'libs/*/src/**/*.ts',
  'libs/{event-store,audit}/*/src/**/*.ts',
  'apps/{api,worker,cli}/src/**/*.ts',
];
const webSources = ['apps/web/{src,public}/**/*', 'apps/web/*.{html,ts,json}', 'docs/openapi.json'];
const isMade = (file) => file.endsWith('.gen.ts');
const pageSources = ['libs/audit/verify/src/page/*.{html,css}'];
const tools = ['infra/build/{build,bundle,swc,verify-page,web-types}.mjs', 'package-lock.json'];

const isSpec = (file) => /\.(spec|fixture)\.tsx?$/.test(file);
const listNodeSources = () => globSync(nodeSources, { cwd: root }).filter((file) => !isSpec(file));
const distOf = (file) => file.replace('/src/', '/dist/').replace(/\.ts$/, '.js');

export async function compile(file) {
  const options = swcOptions({ rewriteImports: true });
  const { code, map } = await transformFile(join(root, file), {
    ...options,
    cwd: root,
    sourceRoot: '',
    outputPath: join(root, dirname(distOf(file))),
  });
  const target = join(root, distOf(file));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, `${code}\n//# sourceMappingURL=${target.split('/').at(-1)}.map\n`);
  await writeFile(`${target}.map`, map);
}

export async function buildNode() {
  const packages = new Set(listNodeSources().map((file) => file.slice(0, file.indexOf('/src/'))));
  await Promise.all(
    [...packages].map((dir) => rm(join(root, dir, 'dist'), { recursive: true, force: true })),
  );
  await Promise.all(listNodeSources().map(compile));
}

async function buildWeb() {
  if (!existsSync(join(root, 'apps/web/index.html'))) return;
  await writeWebTypes();
  const { build } = await import('vite');
  await build({ root: join(root, 'apps/web'), logLevel: 'warn' });
}

export async function build() {
  const stamp = await sourcesStamp();
  await buildNode();
  await bundleApps();
  await buildVerifyPage();
  await buildWeb();
  await mkdir(dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
}

export async function buildIfNeeded() {
  const last = await readFile(stampFile, 'utf8').catch(() => '');
  if (last !== (await sourcesStamp()) || !existsSync(join(root, 'apps/api/dist/main.js'))) await build();
}

async function sourcesStamp() {
  const hash = createHash('sha256');
  for (const file of [
    ...listNodeSources(),
    ...globSync([...webSources, ...pageSources, ...tools], { cwd: root }).filter((file) => !isMade(file)),
  ].sort()) {
    const { mtimeMs, size } = await stat(join(root, file));
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await (process.argv.includes('--if-needed') ? buildIfNeeded() : build());
}
