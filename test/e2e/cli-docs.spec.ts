import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { EXIT } from '@duban/contracts';
import { root } from './duban.ts';

it('docs/cli.md lists the exit codes there are', () => {
  const page = readFileSync(join(root, 'docs/cli.md'), 'utf8');
  const listed = [...page.matchAll(/^\| (\d+) \| `(\w+)` \|/gm)].map(([, code, name]) => [
    name,
    Number(code),
  ]);
  expect(Object.fromEntries(listed)).toEqual(EXIT);
});

it('docs/import.md names every rule of a mapping, and its default', () => {
  const page = readFileSync(join(root, 'docs/import.md'), 'utf8');
  const listed = [...page.matchAll(/^\| `([a-z-]+)` \| (refuse|warn|accept) \|/gm)].map(([, rule]) => rule);
  const schema = readFileSync(join(root, 'libs/interchange/src/mapping/mapping.schema.ts'), 'utf8');
  const [, rules = ''] = /RULES = \[([^\]]+)\]/.exec(schema) ?? [];
  expect(listed).toEqual([...rules.matchAll(/'([a-z-]+)'/g)].map(([, rule]) => rule));
});
