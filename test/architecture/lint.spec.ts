import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './planted-tree.ts';

interface Planted {
  readonly title: string;
  readonly file: string;
  readonly code: string;
  readonly reports: string;
  readonly typed?: boolean;
}

const lines = (count: number, line: string) => `${line}\n`.repeat(count);
const inKernel = 'libs/kernel/src/planted.ts';
const inLibrary = 'libs/messaging/src/planted.ts';
const inSpec = 'libs/kernel/src/planted.spec.ts';

const impure = [
  ['the clock', 'export const x = () => new Date();'],
  ['the clock of Temporal', 'export const x = () => Temporal.Now.instant();'],
  ['the clock through globalThis', 'export const x = () => globalThis.Date.now();'],
  ['chance', 'export const x = () => Math.random();'],
  ['a random id', 'export const x = (c: { randomUUID(): string }) => c.randomUUID();'],
  ['a timer', 'export const x = () => setTimeout(() => 1, 1);'],
  ['the process', 'export const x = () => process.env;'],
  ['the network', "export const x = () => fetch('x');"],
] as const;

const notErasable = [
  ['an enum', 'export enum E { A }'],
  ['a parameter property', 'export class C { constructor(readonly a: string) {} }'],
  ['a decorator', 'const d = () => undefined;\n@d()\nexport class C {}'],
  ['a namespace', 'export namespace N { export const a = 1; }'],
] as const;

const planted: readonly Planted[] = [
  ...['libs/kernel', 'libs/domain', 'libs/projections'].flatMap((folder) =>
    impure.map(([what, code]) => ({
      title: `${what} in ${folder}`,
      file: `${folder}/src/planted.ts`,
      code,
      reports: 'Pure code',
    })),
  ),
  ...notErasable.map(([what, code]) => ({
    title: `${what} in a library`,
    file: inLibrary,
    code,
    reports: 'erasable',
  })),
  { title: 'a default export', file: inLibrary, code: 'export default 1;', reports: 'Named exports only' },
  {
    title: 'a double cast',
    file: inLibrary,
    code: 'export const x = 1 as unknown as string;',
    reports: 'as unknown as',
  },
  {
    title: 'a look-up by an id that came from outside',
    file: inLibrary,
    code: 'export const f = (a: Record<string, 1>, itemId: string) => a[itemId];',
    reports: 'ownEntry',
  },
  {
    title: 'five parameters',
    file: inLibrary,
    code: 'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];',
    reports: 'max-params',
  },
  {
    title: 'five type parameters',
    file: inLibrary,
    code: 'export type F<A, B, C, D, E> = [A, B, C, D, E];',
    reports: 'four type parameters',
  },
  {
    title: 'a long function',
    file: inLibrary,
    code: `export function f() {\n${lines(41, '  f();')}}\n`,
    reports: 'max-lines-per-function',
  },
  { title: 'a long source', file: inLibrary, code: lines(351, 'void 0;'), reports: 'max-lines:' },
  { title: 'a long spec', file: inSpec, code: lines(501, 'void 0;'), reports: 'max-lines:' },
  {
    title: 'deep nesting',
    file: inLibrary,
    code: 'export function f(a: boolean) { if (a) { if (f) { if (!a) { if (!f) { f(a); } } } } }',
    reports: 'max-depth',
  },
  {
    title: 'commented-out code',
    file: inLibrary,
    code: 'export const x = 1;\n// const y = compute(x);\n// return y;\n',
    reports: 'no-commented-code',
  },
  {
    title: 'a TODO without an issue',
    file: inLibrary,
    code: '// TODO make it faster\nexport const x = 1;',
    reports: 'issue number',
  },
  {
    title: 'a disabled rule without a reason',
    file: inLibrary,
    code: '// eslint-disable-next-line no-restricted-syntax\nexport default 1;',
    reports: 'require-description',
  },
  {
    title: 'everything disabled',
    file: inLibrary,
    code: '/* eslint-disable -- because */\nexport const x = 1;',
    reports: 'no-unlimited-disable',
  },
  { title: 'a bare toThrow()', file: inSpec, code: 'expect(f).toThrow();', reports: 'bare toThrow' },
  {
    title: 'a bare rejects.toThrow()',
    file: inSpec,
    code: 'await expect(f).rejects.toThrow();',
    reports: 'bare toThrow',
  },
  {
    title: 'a test skipped without a reason',
    file: inSpec,
    code: "it.skip('works', () => undefined);",
    reports: 'says why',
  },
  { title: 'a focused test', file: inSpec, code: "it.only('works', () => undefined);", reports: 'focused' },
  {
    title: 'a promise nobody waits for',
    file: 'test/setup/describe-with.ts',
    code: 'export function f(): void {\n  Promise.resolve(1);\n}\n',
    reports: 'no-floating-promises',
    typed: true,
  },
];

const clean: readonly Omit<Planted, 'reports'>[] = [
  {
    title: 'an issue number on a TODO',
    file: inLibrary,
    code: '// TODO #12 make it faster\nexport const x = 1;\n',
  },
  { title: 'not.toThrow()', file: inSpec, code: 'expect(f).not.toThrow();\n' },
  { title: 'a decorator in libs/nest', file: 'libs/nest/src/planted.ts', code: '@d()\nexport class C {}\n' },
  {
    title: 'a comment in prose',
    file: inKernel,
    code: '// The case is open (see §4).\nexport const x = 1;\n',
  },
];

function lint(files: readonly Omit<Planted, 'reports'>[]): string[][] {
  const run = spawnSync(process.execPath, [join(root, 'test/architecture/lint-planted.mjs')], {
    cwd: root,
    input: JSON.stringify(files),
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`ESLint did not answer: ${run.stderr}`);
  return JSON.parse(run.stdout) as string[][];
}

describe('lint', () => {
  const answers = lint([...planted, ...clean]);

  it.each(planted.map((file, index) => ({ ...file, messages: answers[index] ?? [] })))(
    'reports $title',
    ({ messages, reports }) => {
      expect(messages.join('\n')).toContain(reports);
    },
  );

  it.each(clean.map((file, index) => ({ ...file, messages: answers[planted.length + index] ?? [] })))(
    'accepts $title',
    ({ messages }) => {
      expect(messages.filter((message) => !message.startsWith('no-undef'))).toEqual([]);
    },
  );
});
