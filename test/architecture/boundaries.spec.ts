import { describe, expect, it } from '@jest/globals';
import { specExtras, table, type Row } from '../../infra/build/boundaries.mjs';
import { manifestOf, violationsIn, type Violation } from './planted-tree.ts';

const folders = Object.keys(table);
const libraries = folders.filter((folder) => folder.startsWith('libs/'));
const packages = [...new Set(Object.values(table).flatMap((row) => row.npm)), 'left-pad'];

interface Planted {
  readonly file: string;
  readonly text: string;
  readonly rule: string;
}

const rowOf = (folder: string): Row => table[folder] ?? { ours: [], npm: [], node: [] };
const importOf = (name: string) => `import '${name}';\n`;
const typeImportOf = (name: string) =>
  `import type { Planted } from '${name}';\nexport type Mine = Planted;\n`;
const nameOf = (folder: string) => manifestOf(folder).name;

function reported(planted: readonly Planted[]): { missed: Planted[]; violations: Violation[] } {
  const violations = violationsIn(Object.fromEntries(planted.map(({ file, text }) => [file, text])));
  const seen = new Set(violations.map(({ file, rule }) => `${rule} ${file}`));
  return { missed: planted.filter(({ file, rule }) => !seen.has(`${rule} ${file}`)), violations };
}

describe('the dependency table', () => {
  it('lets every folder import what its row lists', () => {
    const files = folders.map((folder) => {
      const { ours, entries = [], npm, node } = rowOf(folder);
      const builtIn = node === 'any' ? ['fs/promises'] : node;
      const doors = [...ours.map(nameOf), ...entries.map((entry) => `${nameOf(entry.folder)}/${entry.name}`)];
      const names = [...doors, ...npm, ...builtIn.map((name) => `node:${name}`), './inner.ts'];
      return [`${folder}/src/allowed.ts`, names.map(importOf).join('')] as const;
    });
    expect(violationsIn(Object.fromEntries(files))).toEqual([]);
  });

  it('reports every library that a row does not list, also when only a type is imported', () => {
    const planted = folders.flatMap((folder) =>
      libraries
        .filter((other) => other !== folder && !rowOf(folder).ours.includes(other))
        .flatMap((other, index) => [
          { file: `${folder}/src/planted-${index}.ts`, text: importOf(nameOf(other)), rule: folder },
          { file: `${folder}/src/planted-type-${index}.ts`, text: typeImportOf(nameOf(other)), rule: folder },
        ]),
    );
    expect(reported(planted).missed).toEqual([]);
  });

  it('reports every npm package that a row does not list', () => {
    const planted = folders.flatMap((folder) =>
      packages
        .filter((name) => !rowOf(folder).npm.includes(name))
        .map((name, index) => ({
          file: `${folder}/src/planted-${index}.ts`,
          text: importOf(name),
          rule: folder,
        })),
    );
    expect(reported(planted).missed).toEqual([]);
  });

  it('reports built-in modules where a row names the ones it needs', () => {
    const planted = folders
      .filter((folder) => rowOf(folder).node !== 'any')
      .map((folder) => ({ file: `${folder}/src/planted.ts`, text: importOf('node:fs'), rule: folder }));
    expect(planted.length).toBeGreaterThan(0);
    expect(reported(planted).missed).toEqual([]);
  });

  it('lets specs import what tests are made of, and nothing else', () => {
    const allowed = [...specExtras.npm, ...specExtras.ours.map(nameOf), 'node:fs'].map(importOf).join('');
    const planted = [
      { file: 'libs/domain/src/planted.spec.ts', text: importOf('kafkajs'), rule: 'libs/domain specs' },
      { file: 'libs/domain/src/planted.fixture.ts', text: importOf('kafkajs'), rule: 'libs/domain specs' },
    ];
    expect(reported(planted).missed).toEqual([]);
    expect(violationsIn({ 'libs/domain/src/allowed.spec.ts': allowed })).toEqual([]);
  });
});

describe('the rules for all folders', () => {
  const planted: readonly (Planted & { readonly title: string })[] = [
    {
      title: 'a way past the index of another library',
      file: 'libs/domain/src/planted-past.ts',
      text: importOf('../../kernel/src/inner.ts'),
      rule: 'not-past-index',
    },
    {
      title: 'a test that opens a library',
      file: 'test/e2e/planted.spec.ts',
      text: importOf('../../libs/kernel/src/inner.ts'),
      rule: 'tests-not-past-index',
    },
    {
      title: 'an application that opens another',
      file: 'apps/cli/src/planted.ts',
      text: importOf('../../api/src/inner.ts'),
      rule: 'not-past-index',
    },
    {
      title: 'a text for pages that brings the domain with it',
      file: 'libs/contracts/src/texts/planted.ts',
      text: importOf('@duban/domain'),
      rule: 'browser-entry-is-plain',
    },
    {
      title: 'a text beside a step that brings the step with it',
      file: 'libs/domain/src/case/planted/planted.texts.ts',
      text: importOf('../planted.step.ts'),
      rule: 'texts-are-plain-data',
    },
    {
      title: 'a folder without a row',
      file: 'libs/planted/src/index.ts',
      text: importOf('@duban/kernel'),
      rule: 'folder-not-in-table',
    },
    {
      title: 'an import that leads nowhere',
      file: 'libs/kernel/src/planted-nowhere.ts',
      text: importOf('./nowhere.ts'),
      rule: 'not-resolvable',
    },
    {
      title: 'a cycle',
      file: 'libs/kernel/src/planted-a.ts',
      text: importOf('./planted-az.ts'),
      rule: 'no-circular',
    },
    {
      title: 'a cycle of types',
      file: 'libs/kernel/src/planted-b.ts',
      text: typeImportOf('./planted-bz.ts'),
      rule: 'no-circular',
    },
    {
      title: 'a cycle of values between steps',
      file: 'libs/domain/src/case/planted-c.ts',
      text: importOf('./planted-cz.ts'),
      rule: 'no-circular-between-steps',
    },
  ];
  const otherHalves: readonly Planted[] = [
    {
      file: 'libs/kernel/src/planted-az.ts',
      text: importOf('./planted-a.ts'),
      rule: 'no-circular',
    },
    {
      file: 'libs/kernel/src/planted-bz.ts',
      text: typeImportOf('./planted-b.ts'),
      rule: 'no-circular',
    },
    {
      file: 'libs/domain/src/case/planted-cz.ts',
      text: importOf('./planted-c.ts'),
      rule: 'no-circular-between-steps',
    },
  ];
  const { violations } = reported([...planted, ...otherHalves]);

  it('let types go in a circle inside a case, where the state is made of what steps say', () => {
    expect(
      violationsIn({
        'libs/domain/src/case/planted-d.ts': typeImportOf('./planted-dz.ts'),
        'libs/domain/src/case/planted-dz.ts': importOf('./planted-d.ts'),
      }),
    ).toEqual([]);
  });

  it.each(planted)('report $title', ({ file, rule }) => {
    expect(violations).toContainEqual({ file, rule });
  });
});
