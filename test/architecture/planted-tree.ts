import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../../infra/build/boundaries.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Violation {
  readonly file: string;
  readonly rule: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
}

/**
 * A repository of the same shape in a temporary folder: every library with an empty index, every package as a
 * stand-in, and the files given. Nothing is planted among the real sources.
 */
export function violationsIn(files: Readonly<Record<string, string>>): Violation[] {
  const tree = mkdtempSync(join(tmpdir(), 'duban-boundaries-'));
  try {
    plantLibraries(tree);
    plantPackages(tree);
    mkdirSync(join(tree, 'test'));
    for (const [file, text] of Object.entries(files)) write(join(tree, file), text);
    return cruise(tree);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function plantLibraries(tree: string): void {
  for (const folder of Object.keys(table)) {
    write(join(tree, folder, 'package.json'), readFileSync(join(root, folder, 'package.json'), 'utf8'));
    write(join(tree, folder, 'src/index.ts'), 'export const planted = 1;\nexport type Planted = number;\n');
    write(join(tree, folder, 'src/inner.ts'), 'export const inner = 1;\n');
    for (const entry of table[folder]?.entries ?? []) {
      write(join(tree, entry.folder, `src/${entry.name}.ts`), 'export const planted = 1;\n');
    }
    const link = join(tree, 'node_modules', manifestOf(folder).name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), join(tree, folder)), link);
  }
}

function plantPackages(tree: string): void {
  const names = Object.values(table).flatMap((row) => row.npm);
  for (const name of new Set([...names, '@jest/globals', '@nestjs/testing', 'fast-check', 'left-pad'])) {
    const folder = join(tree, 'node_modules', name);
    // In dist/ as most packages have it: an exclusion of our own dist must not hide them.
    write(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', main: 'dist/index.js' }));
    write(join(folder, 'dist/index.js'), 'exports.planted = 1;\n');
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function cruise(tree: string): Violation[] {
  const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = join(root, '.dependency-cruiser.mjs');
  const run = spawnSync(
    process.execPath,
    [command, '--config', config, '--output-type', 'json', 'apps', 'libs', 'test'],
    { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser did not answer: ${run.stderr}`);
  const { summary } = JSON.parse(run.stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => ({ file: from, rule: rule.name }));
}
