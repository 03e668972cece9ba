import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CodedError } from '@duban/kernel';
import { allProjections } from '@duban/projections';
import type { ReadStore } from '../api/read-store.ts';
import { openControlFile, type Discarded } from '../control/control-file.ts';
import { openReadStore } from '../open-read-store.ts';
import { readerOf } from '../recorded.fixture.ts';
import { storyEvents } from '../story.fixture.ts';
import { rebuildReadModels } from './rebuild.ts';
import { startRunner, type RunnerHandle } from './start-runner.ts';

const story = { cases: 5, itemsPerCase: 1, seed: 2 };
const events = storyEvents(story);
const module = new URL('../story.fixture.ts', import.meta.url).href;
const today = '2026-01-20';
const PATIENCE_MS = 50_000;
jest.setTimeout(60_000);

let dir = '';
let runner: RunnerHandle | null = null;
let store: ReadStore | null = null;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'duban-damaged-'));
  await rebuildReadModels({ dir, reader: readerOf(events), projections: allProjections });
});

afterEach(async () => {
  await runner?.stop();
  store?.close();
  [runner, store] = [null, null];
  rmSync(dir, { recursive: true, force: true });
});

const begun = (): { readonly store: ReadStore; readonly discarded: readonly Discarded[] } => {
  const discarded: Discarded[] = [];
  runner = startRunner({
    ...{ dir, pollMs: 20 },
    reader: { module, name: 'openStory', options: story },
    onDiscarded: (told) => discarded.push(told),
  });
  store = openReadStore({
    dir,
    reader: readerOf(events),
    runner,
    onDiscarded: (told) => discarded.push(told),
  });
  const last = events.at(-1)?.position;
  if (last !== undefined) store.demand(last);
  return { store, discarded };
};

const fileOf = (pattern: RegExp): string =>
  join(dir, readdirSync(dir).find((file) => pattern.test(file)) ?? 'none');

const codeOf = (error: unknown): string => (error instanceof CodedError ? error.code : String(error));

const total = async (asked: ReadStore): Promise<number> =>
  (await asked.boardCounts({ today, groupBy: 'stage' })).total;

describe('a folder of read models', () => {
  it.each([
    ['random bytes', () => Buffer.from('no database at all, '.repeat(500))],
    ['nothing but zeros', () => Buffer.alloc(8_192)],
  ])('whose control file holds %s is built anew', async (_name, content) => {
    for (const suffix of ['-wal', '-shm']) rmSync(join(dir, `control.sqlite${suffix}`), { force: true });
    writeFileSync(join(dir, 'control.sqlite'), content());
    const { store: asked, discarded } = begun();
    expect(await asked.whenBuilt(PATIENCE_MS)).toBe(true);
    expect(await total(asked)).toBe(5);
    expect(discarded.map((told) => told.file)).toEqual([join(dir, 'control.sqlite')]);
  });

  it('whose control file is another database is built anew', async () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(dir, `control.sqlite${suffix}`), { force: true });
    const other = new DatabaseSync(join(dir, 'control.sqlite'));
    other.exec('CREATE TABLE live (something TEXT)');
    other.close();
    const { store: asked } = begun();
    expect(await asked.whenBuilt(PATIENCE_MS)).toBe(true);
    expect(await total(asked)).toBe(5);
  });

  it.each([
    ['random bytes', () => Buffer.from('no database at all, '.repeat(500))],
    ['nothing', () => Buffer.alloc(0)],
  ])('whose generation holds %s is built anew and says so', async (_name, content) => {
    const file = fileOf(/^read-.*\.sqlite$/);
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    writeFileSync(file, content());
    const { store: asked, discarded } = begun();
    await expect(total(asked)).rejects.toMatchObject({ code: 'read-model.building' });
    expect(asked.health()).toMatchObject({ light: 'red', building: { percent: 0 } });
    expect(await asked.whenBuilt(PATIENCE_MS)).toBe(true);
    expect(await total(asked)).toBe(5);
    expect(discarded.map((told) => told.file)).toEqual(content().length === 0 ? [] : [file]);
  });

  it('that is deleted under a running server is built anew, and nothing false is answered meanwhile', async () => {
    const { store: asked } = begun();
    expect(await asked.whenBuilt(PATIENCE_MS)).toBe(true);
    rmSync(dir, { recursive: true, force: true });
    const answers = new Set<number | string>();
    const until = performance.now() + PATIENCE_MS;
    let isAnew = false;
    while (performance.now() < until && !(isAnew && asked.building() === null)) {
      const answer = await total(asked).catch(codeOf);
      answers.add(answer);
      isAnew ||= answer !== 5;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    answers.add(await total(asked));
    expect([...answers].toSorted()).toEqual([5, 'read-model.building']);
    // The rows are answered from once they are there; that the thread follows the log again is told a moment later.
    while (performance.now() < until && asked.health().state !== 'live')
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked.health()).toMatchObject({ state: 'live', light: 'green', lag: 0 });
  });

  it('that is a file is refused with a code', () => {
    const file = join(dir, 'file');
    writeFileSync(file, '');
    expect(() => openControlFile(file)).toThrow(expect.objectContaining({ code: 'read-model.folder' }));
    mkdirSync(join(dir, 'odd', 'control.sqlite'), { recursive: true });
    expect(() => openControlFile(join(dir, 'odd'))).toThrow(
      expect.objectContaining({ code: 'read-model.folder' }),
    );
  });
});
