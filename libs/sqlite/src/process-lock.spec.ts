import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openProcessLock } from './process-lock.ts';

const file = (): string => join(mkdtempSync(join(tmpdir(), 'duban-lock-')), 'x.lock');

describe('a lock', () => {
  it('is held by one, over threads and within one, and given back even after a failure', async () => {
    const path = file();
    const [one, other] = [openProcessLock(path), openProcessLock(path)];
    const inside = await one.hold(async () => [
      await other.hold(() => Promise.resolve(1)),
      await one.hold(() => Promise.resolve(2)),
    ]);
    expect(inside).toEqual(['busy', 'busy']);
    await expect(one.hold(() => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(await other.hold(() => Promise.resolve('done'))).toBe('done');
    expect(await one.hold(() => Promise.resolve('done'))).toBe('done');
    one.close();
    other.close();
    await expect(one.hold(() => Promise.resolve('done'))).rejects.toThrow('not open');
  });

  it('is not taken for busy where its file is none', () => {
    const path = file();
    mkdirSync(path);
    expect(() => openProcessLock(path)).toThrow('unable to open');
    expect(() => openProcessLock(join(dirname(path), 'none', 'x'))).toThrow('unable to open');
  });

  it('that is taken stays so until it is closed', async () => {
    const path = file();
    const [one, other] = [openProcessLock(path), openProcessLock(path)];
    expect([one.take(), one.take(), other.take()]).toEqual([true, false, false]);
    expect(await other.hold(() => Promise.resolve('done'))).toBe('busy');
    one.close();
    expect(other.take()).toBe(true);
    other.close();
  });
});
