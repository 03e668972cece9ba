/**
 * `npm run check`: everything that can be judged without running the product. All of it runs, so that one run
 * shows every fault. `npm run check -- lint types` runs only those.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writeWebTypes } from './web-types.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = (path) => `node_modules/${path}`;

/** What was found right stays so until it changes: only the first run looks at everything. */
const types = (project, name) => [
  bin('typescript/bin/tsc'),
  ...['-p', project, '--pretty', 'false'],
  ...['--incremental', '--tsBuildInfoFile', bin(`.cache/types-${name}.tsbuildinfo`)],
];

/** The longest first: two run at a time. */
const checks = {
  lint: [
    [bin('oxlint/bin/oxlint'), '--deny-warnings'],
    [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  ],
  types: [types('.', 'all'), types('apps/web', 'web')],
  boundaries: [
    [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      'apps',
      'libs',
      'test',
    ],
  ],
  'dead-code': [[bin('knip/bin/knip.js'), '--no-progress', '--no-config-hints']],
  format: [[bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn']],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`);
  process.exit(2);
}

const AT_ONCE = 2;
const waiting = asked.length > 0 ? asked : Object.keys(checks);
const failed = [];

/** Takes one after the other until none is left. */
const work = async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await check(name);
};

const check = async (name) => {
  const started = performance.now();
  let ok = true;
  for (const command of checks[name]) ok = (await succeeds(command)) && ok;
  if (!ok) failed.push(name);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
};

await writeWebTypes();
await Promise.all(Array.from({ length: AT_ONCE }, work));
console.log(failed.length === 0 ? 'check: all good' : `check: FAILED: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Shows what a tool says only when it has something to say. */
function succeeds(command) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, FORCE_COLOR: '0' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(output);
      resolve(code === 0);
    });
  });
}
