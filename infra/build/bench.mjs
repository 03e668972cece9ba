/** `npm run bench [-- <name> [its arguments]]`: one of `test/load`, or all of them, on a machine that does nothing else. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../test/load/', import.meta.url));
const ENDING = '.bench.ts';
const all = readdirSync(folder)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length));

const [name, ...rest] = process.argv.slice(2);
if (name !== undefined && !all.includes(name)) {
  console.error(`${name} is none of: ${all.join(', ')}`);
  process.exit(2);
}
for (const one of name === undefined ? all : [name]) {
  const { status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--conditions=source', `${folder}${one}${ENDING}`, ...rest],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}
