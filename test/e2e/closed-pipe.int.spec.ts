import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { CLI, dataFolder, sample, type DataFolder } from './duban.ts';

let data: DataFolder;
beforeEach(async () => {
  data = await dataFolder();
});
afterEach(() => data.remove());

/** Runs with a reader that is gone before the first word, as `head -0` is. */
const unread = async (args: readonly string[]): Promise<{ readonly code: number; readonly err: string }> => {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...data.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, err };
};

it.each([
  [['--help'], 0],
  [['doctor', '--output', 'json'], 0],
  [['import', sample('register.xlsx'), '--mapping', sample('register.json')], 0],
  [['conformance'], 4],
  [['changes', '--from', '2026-01-01', '--to', '2026-02-01'], 4],
  [['replay', 'nothing', '--output', 'json'], 4],
])(
  '%j ends with %i and without a trace when its reader has gone',
  async (args, code) => {
    expect(await unread(args)).toEqual({ code, err: expect.not.stringMatching(/EPIPE| {4}at /) });
  },
  60_000,
);

it('an import whose reader has gone is written all the same', async () => {
  await unread(['import', sample('register.xlsx'), '--mapping', sample('register.json')]);
  expect((await data.events('ItemImported')).length).toBe(7);
}, 60_000);

it('a report that a full disk did not take has failed', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [CLI, '--help'], {
    env: { ...process.env, ...data.env },
    stdio: ['ignore', full, 'pipe'],
  });
  let err = '';
  child.stderr?.on('data', (piece: Buffer) => (err += piece.toString()));
  const [code] = (await once(child, 'close')) as [number];
  closeSync(full);
  expect([code, err]).toEqual([1, expect.stringContaining('ENOSPC')]);
}, 60_000);
