import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { allProjections } from '@duban/projections';
import { openReadStore } from '../open-read-store.ts';
import { readerOf } from '../recorded.fixture.ts';
import { storyEvents } from '../story.fixture.ts';
import { rebuildReadModels } from './rebuild.ts';
import { removeOlderFiles } from './remove-older-files.ts';

const reader = readerOf(storyEvents({ cases: 2, itemsPerCase: 1, seed: 5 }));
let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'duban-older-'));
});

afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const files = (): readonly string[] => readdirSync(dir).filter((file) => file.startsWith('read-'));

it('keeps the live generation only, and it can be asked', async () => {
  await rebuildReadModels({ dir, reader, projections: allProjections });
  const { generation } = await rebuildReadModels({ dir, reader, projections: allProjections });
  for (const left of ['read-0123456789ab-7.sqlite', 'read-0123456789ab-7.sqlite-wal']) {
    writeFileSync(join(dir, left), 'of another release');
  }
  const store = openReadStore({ dir, reader });
  expect(store.cases({}).items).toHaveLength(2);
  // Two of another release, and the one before this with its lock.
  expect(removeOlderFiles(dir, allProjections)).toHaveLength(4);
  expect(files().every((file) => file.startsWith(`read-${generation}.sqlite`))).toBe(true);
  expect(store.cases({}).items).toHaveLength(2);
  expect((await rebuildReadModels({ dir, reader, projections: allProjections })).generation).not.toBe(
    generation,
  );
  store.close();
});

it('finds nothing to remove where nothing was built', () => {
  expect(removeOlderFiles(dir, allProjections)).toEqual([]);
});
