import { globSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { isErrorCode } from './error-catalogue.ts';

const root = new URL('../../../../', import.meta.url);
const sources = globSync('{libs,apps}/**/src/**/*.ts', { cwd: root }).filter(
  (file) => !/\/(dist|node_modules)\/|\.(spec|fixture)\.ts$/.test(file),
);

const THROWN = /(?:CodedError|RangeError)\(\s*['`]([a-z][a-z-]*\.[a-z][a-z-]*)['`:]/g;

/** Codes are found in the sources, never listed: who throws a new one writes down what it means. */
it('knows every code that a library or an application throws', () => {
  const unknown = sources.flatMap((file) =>
    [...readFileSync(new URL(file, root), 'utf8').matchAll(THROWN)].flatMap(([, code = '']) =>
      isErrorCode(code) ? [] : [`${code} in ${file}`],
    ),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(unknown).toEqual([]);
});
