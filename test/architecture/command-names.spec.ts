import { expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerSteps, stepRecords, type CaseCommandType, type RegisterCommand } from '@duban/domain';
import ts from 'typescript';
import { root } from './planted-tree.ts';

/** Sources that people write; specs and what only they read say what they are about. */
const NOT_WRITTEN = /node_modules|\/dist\/|\.gen\.ts$|\.spec\.|\.fixture\.|\/testing\//;
const MOST = 3;

const sources = globSync('{libs,apps}/**/src/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !NOT_WRITTEN.test(file),
);
type CommandType = CaseCommandType | RegisterCommand['type'];

const commands = [...Object.keys(stepRecords), ...registerSteps.keys()] as readonly CommandType[];
const kebabOf = (type: string): string => type.replaceAll(/(?!^)([A-Z])/g, '-$1').toLowerCase();
const addresses = new Map(commands.map((type) => [kebabOf(type), type]));

/** A command is named by its type, or by the last part of its address. */
const namedBy = (text: string): CommandType | undefined =>
  commands.find((type) => type === text) ??
  addresses.get(/\/commands\/(?<name>[a-z-]+)$/.exec(text)?.groups?.['name'] ?? '');

/** `Object.keys(…)` speaks of the language, and `{ Object: … }` of the command that is called so. */
const isOfTheLanguage = (node: ts.Node): boolean =>
  ts.isIdentifier(node) &&
  Object.hasOwn(globalThis, node.text) &&
  !(ts.isPropertyAssignment(node.parent) && node.parent.name === node);

const namedIn = (text: string): ReadonlySet<CommandType> => {
  const found = new Set<CommandType>();
  const visit = (node: ts.Node): void => {
    if ((ts.isIdentifier(node) && !isOfTheLanguage(node)) || ts.isStringLiteralLike(node)) {
      const type = namedBy(node.text);
      if (type !== undefined) found.add(type);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
};

const filesOf = new Map<CommandType, string[]>(commands.map((type) => [type, []]));
for (const file of sources)
  for (const type of namedIn(readFileSync(join(root, file), 'utf8'))) filesOf.get(type)?.push(file);

it('no command is named in more than three files that people write', () => {
  expect([...filesOf].filter(([, files]) => files.length > MOST)).toEqual([]);
  expect([...filesOf].filter(([, files]) => files.length === 0)).toEqual([]);
});

it.each([
  ['as a member', 'const table = { FilePlan: 1 };'],
  ['as a text', "send('FilePlan');"],
  ['by its address', "post('/v1/cases/a/commands/file-plan');"],
])('a command that is named %s is found', (_, text) => {
  expect([...namedIn(text)]).toEqual(['FilePlan']);
});

it('a command whose name the language has, too, is told from it', () => {
  expect([...namedIn('const names = Object.keys({}); const schema = { type: Object };')]).toEqual([]);
  expect([...namedIn('const table = { Object: 1 };')]).toEqual(['Object']);
  expect([...namedIn("send('Object');")]).toEqual(['Object']);
});

it('a command that is only spoken of is not counted', () => {
  expect([...namedIn("/** FilePlan */ const sentence = 'Assign it first';")]).toEqual([]);
});
