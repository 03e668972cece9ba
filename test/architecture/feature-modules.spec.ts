import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const api = join(root, 'apps/api/src');

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(?:spec|fixture|d)\.ts$/.test(file))
    .map((file) => join(folder, file));

const roomOf = (file: string): string | null => {
  const [room, inner] = relative(api, file).split('/');
  return room === undefined || inner === undefined ? null : room;
};

/** Which room imports from which others; files beside the rooms put them together and are no room. */
const imports = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const file of sourcesIn(api)) {
    const room = roomOf(file);
    if (room === null) continue;
    const others = found.get(room) ?? new Set();
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
      const other = roomOf(resolve(dirname(file), path));
      if (other !== null && other !== room) others.add(other);
    }
    found.set(room, others);
  }
  return found;
};

/** A way from a room back to itself, or null. */
const circleIn = (graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | null => {
  const done = new Set<string>();
  const visit = (room: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(room)) return [...way, room];
    if (done.has(room)) return null;
    for (const other of graph.get(room) ?? []) {
      const circle = visit(other, [...way, room]);
      if (circle !== null) return circle;
    }
    done.add(room);
    return null;
  };
  for (const room of graph.keys()) {
    const circle = visit(room, []);
    if (circle !== null) return circle;
  }
  return null;
};

const MOST_COLLABORATORS = 5;

/** How many collaborators each class asks for, in files that Nest builds classes of. */
const collaboratorsIn = (text: string): readonly number[] => {
  if (!text.includes("from '@nestjs/")) return [];
  const counts: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isConstructorDeclaration(node)) counts.push(node.parameters.length);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('class.ts', text, ts.ScriptTarget.Latest));
  return counts;
};

describe('the rooms of the server', () => {
  it('import each other in no circle', () => {
    const graph = imports();
    expect(graph.size).toBeGreaterThan(15);
    expect(circleIn(graph)).toBeNull();
  });

  it('would be found in a circle', () => {
    const graph = new Map([
      ['cases', new Set(['ports'])],
      ['ports', new Set(['board'])],
      ['board', new Set(['ports'])],
    ]);
    expect(circleIn(graph)).toEqual(['cases', 'ports', 'board', 'ports']);
  });
});

describe('a class of the server', () => {
  const classes = ['apps/api/src', 'apps/worker/src', 'libs/nest/src'].flatMap((folder) =>
    sourcesIn(join(root, folder)).flatMap((file) =>
      collaboratorsIn(readFileSync(file, 'utf8')).map((count) => ({ file: relative(root, file), count })),
    ),
  );

  it('asks for five collaborators at most', () => {
    expect(classes.length).toBeGreaterThan(50);
    expect(classes.filter(({ count }) => count > MOST_COLLABORATORS)).toEqual([]);
  });

  it('would be counted with all it asks for', () => {
    const text = `import { Inject } from '@nestjs/common';
      class Many { constructor(a: A, @Inject(B) { b, c }: Pick<B, 'b' | 'c'>, d: D,) {} }`;
    expect(collaboratorsIn(text)).toEqual([3]);
  });
});
