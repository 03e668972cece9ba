/**
 * `npm run mutation -- <group or file> …`: Stryker over these, each with the tests that are its own, and one sum at the
 * end. Without arguments: all groups, which takes hours on a small machine. See docs/mutation.md.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inScratchFolder } from '../build/scratch-folder.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const AUDIT = (...names) => names.map((name) => `test/audit/${name}.spec.ts`);
const VECTORS = (...names) => names.map((name) => `test/vectors/${name}.spec.ts`);

/** Which tests judge which code. Tests that start processes are in none: Stryker's switch does not reach built files. */
const groups = {
  'libs/audit/tree': ['libs/audit/tree', ...VECTORS('merkle', 'tlog')],
  'libs/audit/verify': [
    'libs/audit/verify',
    ...AUDIT('tamper-matrix', 'checker', 'witness', 'package-tamper'),
    ...VECTORS('sm'),
  ],
  'libs/audit/log': [
    'libs/audit/log',
    ...AUDIT('sealer', 'witness', 'witness-client', 'witness-server', 'proof-service', 'tile-store'),
    ...AUDIT('export-log', 'note-keys', 'open-audit-log', 'tamper-matrix'),
    ...AUDIT('recording', 'follow-recorded'),
    ...VECTORS('sm'),
  ],
  'libs/kernel': ['libs/kernel'],
  'libs/domain': ['libs/domain'],
  'libs/projections': ['libs/projections'],
};
/** Pages and threads are judged by tests that start them: see docs/mutation.md. */
const LEFT_OUT = [
  ...['!**/*.spec.ts', '!**/*.fixture.ts', '!**/index.ts', '!libs/audit/verify/src/page/**'],
  ...['!**/*.worker.ts', '!**/start-sealing.ts'],
];
const BAR = 85;

const within = (target) => {
  const found = Object.entries(groups).filter(
    ([group]) => target === group || target.startsWith(`${group}/`) || group.startsWith(`${target}/`),
  );
  if (found.length === 0) throw new Error(`${target} is in none of: ${Object.keys(groups).join(', ')}`);
  return found.map(([group, tests]) => ({ place: target.length > group.length ? target : group, tests }));
};

const stryker = ({ place, tests }) => {
  const report = `reports/mutation/${place.replaceAll('/', '-')}`;
  const glob = /[*.]/.test(place) ? place : `${place}/**/src/**/*.ts,${place}/**/*.ts`;
  const mutate = [glob, ...LEFT_OUT].join(',');
  const command = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', '--mutate', mutate];
  const ran = inScratchFolder((env) =>
    spawnSync(process.execPath, command, {
      cwd: root,
      stdio: 'inherit',
      env: { ...env, MUTATION_TESTS: tests.join(','), MUTATION_REPORT: report },
    }),
  );
  if (ran.status !== 0) throw new Error(`Stryker did not finish for ${place}`);
  const { files } = JSON.parse(readFileSync(`${root}${report}/mutation.json`, 'utf8'));
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted) => states.filter((state) => wanted.includes(state)).length;
  const detected = count('Killed', 'Timeout');
  return { place, detected, all: detected + count('Survived', 'NoCoverage') };
};

const score = ({ detected, all }) => (all === 0 ? 100 : (100 * detected) / all);
const line = (tally) => `${tally.place}: ${tally.detected} of ${tally.all}, ${score(tally).toFixed(1)} %`;

const targets = process.argv.slice(2);
const tallies = (targets.length === 0 ? Object.keys(groups) : targets).flatMap(within).map(stryker);
const sum = (key) => tallies.reduce((all, tally) => all + tally[key], 0);
const total = { place: 'together', detected: sum('detected'), all: sum('all') };
console.log([...tallies, total].map(line).join('\n'));
process.exitCode = score(total) < BAR ? 1 : 0;
