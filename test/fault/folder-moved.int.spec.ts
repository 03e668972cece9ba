import { cp, mkdtemp, rename, rm, stat, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { commandOf, startChild } from './child.ts';
import { faultsOf, readLogFile } from './log-check.ts';

const WRITERS = 16;
const BEFORE = 100;
const FEW = 4_000;
const TIMEOUT_MS = 60_000;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-moved-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/**
 * Sixteen writers who end with the first refusal; something happens to their files in the middle. Answers what was
 * acknowledged, and how they ended.
 */
const writeWhile = async (happens: (data: string) => Promise<void>) => {
  const data = join(folder, 'data');
  const nexts = JSON.stringify(Array.from({ length: WRITERS }, () => 0));
  const child = startChild(
    ...commandOf('./log-writers.child.ts', [join(data, 'log.db'), '0', nexts, '1000000']),
  );
  const acknowledged = new Set<string>();
  let happened: Promise<void> | null = null;
  for await (const line of child.lines) {
    const [writer = '', number = ''] = line.split(' ');
    acknowledged.add(`w${writer}-c${number}`);
    if (acknowledged.size >= BEFORE) happened ??= happens(data);
    if (acknowledged.size > BEFORE + FEW) child.process.kill('SIGKILL');
  }
  await happened;
  return { acknowledged, data, ...(await child.ended) };
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

it(
  'a data folder that is moved away under sixteen writers stops them, holds all that was acknowledged, and is not made anew',
  async () => {
    const moved = join(folder, 'moved');
    const { acknowledged, data, errors } = await writeWhile((path) => rename(path, moved));
    expect(errors).toContain('log.file-gone');
    expect(await isThere(data)).toBe(false);
    expect(faultsOf(await readLogFile(join(moved, 'log.db')), acknowledged)).toEqual([]);
  },
  TIMEOUT_MS,
);

it(
  'a data folder with another copy in its place takes no command into either of the two unseen',
  async () => {
    const [moved, copy] = [join(folder, 'moved'), join(folder, 'copy')];
    const { acknowledged, data, errors } = await writeWhile(async (path) => {
      await cp(path, copy, { recursive: true });
      await rename(path, moved);
      await rename(copy, path);
    });
    expect(errors).toContain('log.file-gone');
    expect(await isThere(data)).toBe(true);
    expect(faultsOf(await readLogFile(join(moved, 'log.db')), acknowledged)).toEqual([]);
  },
  TIMEOUT_MS,
);

it(
  'a WAL that is removed under sixteen writers stops them, and what it held is copied back first',
  async () => {
    const { acknowledged, data, errors } = await writeWhile((path) => unlink(join(path, 'log.db-wal')));
    expect(errors).toContain('log.file-gone');
    expect(faultsOf(await readLogFile(join(data, 'log.db')), acknowledged)).toEqual([]);
  },
  TIMEOUT_MS,
);
