/**
 * Does a changed rule make a test fail? Pure code only, where the answer means something. `npm run mutation -- <folder>`
 * narrows it to a folder and to the tests of that folder; see docs/mutation.md.
 */
const { MUTATION_REPORT: report = 'reports/mutation', MUTATION_JOBS: jobs = '2' } = process.env;

export default {
  testRunner: 'specs',
  plugins: ['./infra/mutation/runner.mjs'],
  coverageAnalysis: 'perTest',
  testRunnerNodeArgs: ['--disable-warning=ExperimentalWarning', '--conditions=source'],
  mutate: [
    'libs/{kernel,domain,projections}/src/**/*.ts',
    'libs/audit/*/src/**/*.ts',
    '!**/*.{spec,fixture}.ts',
    '!**/index.ts',
  ],
  ignorePatterns: ['.stryker-tmp*', 'apps', 'coverage', 'data', 'docs', 'reports', 'dist'],
  disableTypeChecks: false,
  // On a busy machine a run takes longer than the first one did; what is late must not pass for noticed.
  timeoutFactor: 3,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: `${report}/mutation.json` },
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false, logTests: false },
  thresholds: { high: 95, low: 85, break: null },
  concurrency: Number(jobs),
  tempDirName: '.stryker-tmp',
};
