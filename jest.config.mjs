import { swcOptions } from './infra/build/swc.mjs';

export default {
  // Two tests run at a time and many of them start processes: a machine that is busy for a moment is no fault of the product.
  testTimeout: 20_000,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.ts$': ['@swc/jest', swcOptions({ rewriteImports: false })],
    '\\.tsx$': ['@swc/jest', swcOptions({ rewriteImports: false, tsx: true })],
  },
  testEnvironment: 'node',
  // `exportConditions` is ignored without a word; this is the key that counts.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['/dist/'],
  coverageProvider: 'v8',
  collectCoverageFrom: ['{apps,libs}/**/src/**/*.ts', '!**/*.{spec,fixture}.ts'],
  coverageDirectory: '<rootDir>/coverage',
  maxWorkers: 2,
  // Not among the temporary files, which go with each run.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  reporters: ['default', '<rootDir>/infra/build/last-lines-reporter.mjs'],
};
