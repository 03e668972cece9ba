import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { root } from './planted-tree.ts';

const NAMES = 'apps/web/src/api/answers.ts';

/** Whoever turns text into data, and as what: a type of the document. All other answers come through the client made of it. */
const READS: Readonly<Record<string, string>> = {
  'apps/web/src/api/problem.ts': 'Partial<Problem>',
  'apps/web/src/session/session.ts': 'Persona',
};

const parsed = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

/** Types of this file that say a shape themselves, instead of naming a schema of the document. */
const ownShapes = (text: string): readonly string[] =>
  parsed('answers.ts', text).statements.flatMap((node) => {
    if (ts.isInterfaceDeclaration(node)) return [node.name.text];
    if (!ts.isTypeAliasDeclaration(node) || node.name.text === 'Schemas') return [];
    return /^(?:NonNullable<)?Schemas\['\w+'\]>?$/.test(node.type.getText()) ? [] : [node.name.text];
  });

/** What is made of `….json()` or `JSON.parse(…)`: the type it is taken as, or `nothing`. */
const readAs = (text: string): readonly string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(?:\.json|JSON\.parse)$/.test(node.expression.getText())) {
      let outer: ts.Node = node;
      while (!ts.isAsExpression(outer) && !ts.isStatement(outer)) outer = outer.parent;
      found.push(ts.isAsExpression(outer) ? outer.type.getText() : 'nothing');
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed('page.tsx', text));
  return found;
};

const sources = globSync('apps/web/src/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !/\.gen\.ts$|\.spec\./.test(file),
);
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

it('the pages name answers after the document, and describe none', () => {
  expect(ownShapes(textOf(NAMES))).toEqual([]);
});

it('the pages read no answer as a type that somebody wrote', () => {
  const reads = sources.flatMap((file) => readAs(textOf(file)).map((type) => [file, type] as const));
  expect(Object.fromEntries(reads)).toEqual(READS);
});

it('both are found where they are planted', () => {
  expect(ownShapes("type Row = { readonly id: string };\nexport type Item = Schemas['Item'];")).toEqual([
    'Row',
  ]);
  expect(readAs('const a = (await response.json()) as Row;')).toEqual(['Row']);
  expect(readAs('const a: Row = JSON.parse(text);')).toEqual(['nothing']);
});
