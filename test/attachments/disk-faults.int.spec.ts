import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { diskStore, sweepUploads } from '@duban/attachments';
import { textOf } from './store-contract.ts';

jest.setTimeout(60_000);

const CHILD = fileURLToPath(new URL('./upload.child.ts', import.meta.url));
const ADDRESS = 'ab'.repeat(32);
const MEBIBYTE = 1_048_576;

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'duban-disk-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const filesIn = (name: string): readonly string[] =>
  readdirSync(join(dir, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

const NODE = ['--conditions=source', '--disable-warning=ExperimentalWarning'];

const killedWhile = async (stopAt: string): Promise<void> => {
  const child = spawn(process.execPath, [...NODE, CHILD, dir, stopAt, ADDRESS], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
};

describe('kill -9 in the middle of an upload', () => {
  it.each(['receiving', 'received'])(
    'while %s: leaves a temporary file, which the next start sweeps',
    async (stopAt) => {
      await killedWhile(stopAt);
      expect([filesIn('files').length, filesIn('unfinished').length]).toEqual([0, 1]);
      const store = diskStore(dir);
      const isFiled = async (): Promise<boolean> => false;
      expect(await sweepUploads(store, { before: Infinity, isFiled })).toEqual({ settled: 0, removed: 1 });
      expect([filesIn('files'), filesIn('unfinished')]).toEqual([[], []]);
    },
  );

  it.each([
    [true, { settled: 1, removed: 0 }],
    [false, { settled: 0, removed: 1 }],
  ])('after it was kept, named by the log: %p', async (named, swept) => {
    await killedWhile('kept');
    const store = diskStore(dir);
    expect(await sweepUploads(store, { before: Infinity, isFiled: async () => named })).toEqual(swept);
    expect(await store.has(ADDRESS)).toBe(named);
    expect(filesIn('unfinished')).toEqual([]);
    if (named) expect((await textOf(await store.open(ADDRESS)))?.length).toBe(MEBIBYTE);
  });
});

describe('a disk that is full', () => {
  /** A file that may not grow past a limit answers as a full disk does; no root is needed to have one. */
  it('is told as such, leaves nothing, and takes files again once there is room', async () => {
    const script = `ulimit -f 512; exec "$0" "$@"`;
    const child = spawn('sh', ['-c', script, process.execPath, ...NODE, CHILD, dir, 'received', ADDRESS], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    await once(child, 'exit');
    expect(said).toContain('attachment.store-full');
    expect([filesIn('files'), filesIn('unfinished')]).toEqual([[], []]);
    const store = diskStore(dir);
    const upload = await store.receive(
      (async function* () {
        yield Buffer.from('room');
      })(),
    );
    await upload.keep(ADDRESS);
    await upload.settle();
    expect(await textOf(await store.open(ADDRESS))).toBe('room');
  });

  it('a folder that went away is told as such', async () => {
    const store = diskStore(dir);
    rmSync(dir, { recursive: true });
    const receiving = store.receive((async function* () {})());
    await expect(receiving).rejects.toMatchObject({ code: 'attachment.store-unavailable' });
    expect(existsSync(dir)).toBe(false);
  });
});
