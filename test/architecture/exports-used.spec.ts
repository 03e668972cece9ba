import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { table } from '../../infra/build/boundaries.mjs';
import { manifestOf } from './planted-tree.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Its door is for programs that are not here: those of analysts (docs/messages.md). */
const FOR_OTHERS = ['libs/subscriber'];

const parsed = (file: string, text = readFileSync(file, 'utf8')): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

const declaredIn = (statement: ts.Statement): readonly string[] => {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  if (!isExported) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  return 'name' in statement ? [(statement.name as ts.Identifier).text] : [];
};

/** What a file lets out, with what it passes on. */
const exportsOf = (file: string): readonly string[] =>
  parsed(file).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) return declaredIn(statement);
    const { exportClause, moduleSpecifier } = statement;
    if (exportClause !== undefined)
      return ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name }) => name.text) : [];
    return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier)
      ? exportsOf(resolve(dirname(file), moduleSpecifier.text))
      : [];
  });

const IMPORT =
  /(?:import|export)\s+(?:type\s+)?(?:\w+\s*,\s*)?(?<named>\{[^}]*\})\s+from\s+'(?<from>@duban\/[\w-]+)'/g;
/** Loaded by name in a thread of its own. */
const NAMED = /\bname: '(?<name>open\w+)'/g;
const LATER = /import\('(?<from>@duban\/[\w-]+)'\)\.(?<name>\w+)/g;

/** What a text takes from our libraries, as `library name`. */
const importsIn = (text: string): readonly string[] => [
  ...[...text.matchAll(IMPORT)].flatMap(({ groups }) =>
    (groups?.['named'] ?? '')
      .slice(1, -1)
      .split(',')
      .map(
        (part) =>
          part
            .trim()
            .replace(/^type\s+/, '')
            .split(/\s+as\s+/)[0] ?? '',
      )
      .filter((name) => name !== '')
      .map((name) => `${String(groups?.['from'])} ${name}`),
  ),
  ...[...text.matchAll(LATER)].map(({ groups }) => `${String(groups?.['from'])} ${String(groups?.['name'])}`),
];

const sources = ['apps', 'libs', 'test', 'infra'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file) && !/(?:^|\/)(?:node_modules|dist)\//.test(file))
    .map((file) => join(root, top, file)),
);

describe('what a library lets out', () => {
  const texts = sources.map((file) => readFileSync(file, 'utf8'));
  const taken = new Set(texts.flatMap(importsIn));
  const named = new Set(
    texts.flatMap((text) => [...text.matchAll(NAMED)].map(({ groups }) => groups?.['name'])),
  );
  const libraries = Object.keys(table).filter(
    (folder) => folder.startsWith('libs/') && existsSync(join(root, folder, 'src/index.ts')),
  );

  it('is taken by somebody', () => {
    expect(libraries.length).toBeGreaterThan(20);
    const idle = libraries
      .filter((folder) => !FOR_OTHERS.includes(folder))
      .flatMap((folder) => {
        const { name } = manifestOf(folder);
        return exportsOf(join(root, folder, 'src/index.ts'))
          .filter((exported) => !taken.has(`${name} ${exported}`) && !named.has(exported))
          .map((exported) => `${folder} ${exported}`);
      });
    expect(idle).toEqual([]);
  });

  it('is found where it is taken by name, by another name, or later', () => {
    const text = `import { type A, b as c } from '@duban/kernel';
      export type { D } from '@duban/domain';
      type E = import('@duban/config').Config;`;
    expect(importsIn(text)).toEqual([
      '@duban/kernel A',
      '@duban/kernel b',
      '@duban/domain D',
      '@duban/config Config',
    ]);
  });
});
