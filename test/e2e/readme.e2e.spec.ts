import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SETTINGS } from '@duban/config';
import { buildMissing, startBuiltServer, type BuiltServer } from '../setup/built-server.ts';
import { describeWith } from '../setup/describe-with.ts';
import { root } from './duban.ts';

const pages = [
  'README.md',
  'README.zh-CN.md',
  'docs/architecture.md',
  'docs/life-of-a-command.md',
  'docs/life-of-an-event.md',
];
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');
const shell = promisify(execFile);

/** The block that follows `<!-- run: name -->`, to the letter, but for the port. */
const blockOf = (page: string, name: string, address: string): string => {
  const [, block] =
    new RegExp(`<!-- run: ${name} -->\\s+\`\`\`sh\\n([\\s\\S]*?)\`\`\``).exec(textOf(page)) ?? [];
  if (block === undefined) throw new Error(`${page} has no block to run named ${name}`);
  return block.replaceAll('http://127.0.0.1:3000', address);
};

describeWith(buildMissing(), 'three things to try', () => {
  let server: BuiltServer;
  beforeAll(async () => {
    server = await startBuiltServer('demo');
  }, 60_000);
  afterAll(() => server.stop());

  it('do what the README says, copied and pasted', async () => {
    const { stdout } = await shell('bash', ['-euc', blockOf('README.md', 'readme', server.address)]);
    const totals = [...stdout.matchAll(/"total":(\d+)/g)].map(([, total]) => Number(total));
    expect(totals).toHaveLength(2);
    expect(totals[0]).toBeGreaterThan(totals[1] ?? Number.NaN);
    expect(stdout).toContain('"outcome":"dissatisfied"');
    expect(stdout.match(/HTTP\/1\.1 201/g)).toHaveLength(2);
    expect(stdout.match(/idempotent-replayed: true/gi)).toHaveLength(1);
  }, 60_000);
});

describe('pages for readers who were not here', () => {
  it.each(pages)('%s links only to what is there', (page) => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link ?? '');
    const missing = links.filter((link) => !existsSync(join(root, page, '..', link)));
    expect(missing).toEqual([]);
  });

  it('names only settings that exist', () => {
    const named = [...textOf('README.md').matchAll(/DUBAN_[A-Z_]+/g)].map(([name]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !SETTINGS.some((setting) => setting.name === name))).toEqual([]);
  });
});
