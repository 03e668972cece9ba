#!/usr/bin/env node
// Committed as JavaScript that any Node can read: npm links it before anything is built.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 26;
const here = fileURLToPath(import.meta.url);
const main = new URL('../dist/main.js', import.meta.url);

if (Number(process.versions.node.split('.')[0]) < NEEDED_MAJOR) {
  process.exit(runOnPinnedNode());
} else if (existsSync(main)) {
  await import(main.href);
} else {
  console.error('duban is not built yet: run `npm run build`.');
  process.exitCode = 1;
}

/** The pinned Node is a dependency of this repository; the shell's own may be any. */
function runOnPinnedNode() {
  const node = pinnedNode();
  if (node === undefined) {
    console.error(
      `duban needs Node ${NEEDED_MAJOR} and this is Node ${process.versions.node}. Run \`npm ci\`: it brings the right one.`,
    );
    return 1;
  }
  const run = spawnSync(node, [here, ...process.argv.slice(2)], { stdio: 'inherit' });
  return run.status ?? 1;
}

function pinnedNode() {
  try {
    const found = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const binary = join(found, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}
