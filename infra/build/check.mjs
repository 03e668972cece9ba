/**
 * `npm run check`: everything that can be judged without running the product. All of it runs, so that one run
 * shows every fault. `npm run check -- lint types` runs only those.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = (path) => `node_modules/${path}`;

const checks = {
  types: [
    [bin('typescript/bin/tsc'), '-p', '.', '--pretty', 'false'],
    [bin('typescript/bin/tsc'), '-p', 'apps/web', '--pretty', 'false'],
  ],
  lint: [
    [bin('oxlint/bin/oxlint'), '--deny-warnings'],
    [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  ],
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

const names = asked.length > 0 ? asked : Object.keys(checks);
const failed = [];
for (const name of names) {
  const started = performance.now();
  let ok = true;
  for (const command of checks[name]) ok = (await succeeds(command)) && ok;
  if (!ok) failed.push(name);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
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
