import comments from '@eslint-community/eslint-plugin-eslint-comments';
import js from '@eslint/js';
import sonarjs from 'eslint-plugin-sonarjs';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import house from './infra/build/house-rules.mjs';
import {
  everywhere,
  erasable,
  inSources,
  inSpecs,
  pageGlobals,
  pageProperties,
  pureGlobals,
  pureProperties,
  pureSyntax,
} from './infra/build/lint-limits.mjs';

const sources = ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'test/**/*.ts'];
const specs = ['**/*.{spec,fixture}.{ts,tsx}', 'test/**/*.ts'];
const pure = ['libs/{kernel,domain,projections}/src/**/*.ts'];

export default defineConfig(
  globalIgnores(['**/node_modules/', '**/dist/', 'coverage/', 'reports/', 'data/', '**/*.gen.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    plugins: { '@eslint-community/eslint-comments': comments, house, sonarjs },
    rules: {
      '@eslint-community/eslint-comments/no-unlimited-disable': 'error',
      '@eslint-community/eslint-comments/require-description': ['error', { ignore: ['eslint-enable'] }],
      'house/todo-has-issue': 'error',
      'sonarjs/no-commented-code': 'error',
    },
  },
  {
    files: sources,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Nest takes plain option objects where the rule wants instances of its classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // An empty class that carries Nest decorators is a module.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Numbers in texts are what templates are for; the rule stays on for objects, null and undefined.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 350 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...everywhere, ...inSources],
      // `async` turns a throw into a rejection, which is what a port promises.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
    },
  },
  {
    // Node runs these by type stripping (worker threads under jest), which only erases.
    files: ['libs/**/*.ts'],
    ignores: ['libs/nest/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...inSources, ...erasable] },
  },
  {
    files: pure,
    ignores: specs,
    rules: {
      'no-restricted-globals': ['error', ...pureGlobals],
      'no-restricted-properties': ['error', ...pureProperties],
      'no-restricted-syntax': ['error', ...everywhere, ...inSources, ...erasable, ...pureSyntax],
    },
  },
  {
    // Vite reads its settings from the default export.
    files: ['**/*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: ['apps/web/**/*.tsx'],
    // A component is a function too, but its markup is not logic.
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    // The types of the domain bring newer names with them than the oldest browser knows (apps/web/vite.config.ts).
    files: ['apps/web/src/**'],
    rules: {
      'no-restricted-globals': ['error', ...pageGlobals],
      'no-restricted-properties': ['error', ...pageProperties],
    },
  },
  {
    files: specs,
    rules: {
      'max-lines': ['error', { max: 500 }],
      // One describe holds a whole file.
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...everywhere, ...inSpecs],
      // `expect(port.method)` does not call it.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
  },
);
