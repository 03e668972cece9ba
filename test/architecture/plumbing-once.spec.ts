import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from './planted-tree.ts';

const sources = globSync(['apps/*/src/**/*.ts', 'libs/**/src/**/*.ts'], { cwd: root }).filter(
  (file) => !/\.(?:spec|fixture)\.ts$|node_modules|\/dist\//.test(file),
);

const holding = (words: RegExp): readonly string[] =>
  sources.filter((file) => words.test(readFileSync(join(root, file), 'utf8'))).sort();

describe('of what every library needs there is one', () => {
  it('that opens a file of SQLite', () => {
    expect(holding(/new DatabaseSync\(/)).toEqual(['libs/sqlite/src/open-database.ts']);
  });

  it('that begins a transaction, beside the lock that holds one open', () => {
    expect(holding(/'BEGIN (?:IMMEDIATE|EXCLUSIVE)/)).toEqual([
      'libs/sqlite/src/process-lock.ts',
      'libs/sqlite/src/transaction.ts',
    ]);
  });

  it('that rests after a lost race', () => {
    expect(holding(/Math\.random\(\) \* Math\.min/)).toEqual([
      'libs/installation/src/race/pause-after-race.ts',
    ]);
  });
});
