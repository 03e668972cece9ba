/** `npm run mutation`: does a changed rule make a test fail? Pure code only, where the answer means something. */
export default {
  testRunner: 'jest',
  coverageAnalysis: 'off',
  jest: { configFile: 'infra/build/jest.mutation.mjs', enableFindRelatedTests: true },
  testRunnerNodeArgs: [
    '--disable-warning=ExperimentalWarning',
    '--conditions=source',
    '--experimental-vm-modules',
  ],
  mutate: [
    'libs/{kernel,domain,projections}/src/**/*.ts',
    'libs/audit/*/src/**/*.ts',
    '!**/*.{spec,fixture}.ts',
    '!**/index.ts',
  ],
  reporters: ['clear-text', 'json', 'html'],
  thresholds: { high: 95, low: 85, break: 85 },
  concurrency: 2,
  tempDirName: '.stryker-tmp',
};
