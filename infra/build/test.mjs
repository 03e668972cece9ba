/** `npm test`: builds what is out of date (browser and CLI tests run the built files), then jest over everything. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.mjs';
import { inScratchFolder } from './scratch-folder.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

const built = await buildIfNeeded().then(
  () => true,
  (error) => {
    console.error(`The build failed, so tests of the built files will fail: ${error.message}`);
    return false;
  },
);
const command = [
  '--disable-warning=ExperimentalWarning',
  '--conditions=source',
  '--experimental-vm-modules',
  'node_modules/jest/bin/jest.js',
  // A handle that a failed test left open must not keep CI waiting after the last line.
  ...(process.env.CI === 'true' ? ['--forceExit'] : []),
  ...process.argv.slice(2),
];
const jest = inScratchFolder((env) =>
  spawnSync(process.execPath, command, {
    cwd: root,
    stdio: 'inherit',
    // Many tests start processes, and loading is most of what a short one does. Not with coverage, which it makes less exact.
    env: command.includes('--coverage') ? env : { ...env, NODE_COMPILE_CACHE: join(env.TMPDIR, 'compiled') },
  }),
);
process.exitCode = built ? (jest.status ?? 1) : 1;
