import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openReadStore } from '../open-read-store.ts';
import { readerOf } from '../recorded.fixture.ts';
import { storyEvents } from '../story.fixture.ts';
import { startRunner, type RunnerHandle, type RunnerStatus } from './start-runner.ts';

const story = { cases: 5, itemsPerCase: 1, seed: 2 };
const events = storyEvents(story);
const last = events.at(-1)?.position;
const module = new URL('../story.fixture.ts', import.meta.url).href;

let dir = '';
let runners: RunnerHandle[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'duban-runner-'));
});

afterEach(async () => {
  await Promise.all(runners.map((runner) => runner.stop()));
  runners = [];
  rmSync(dir, { recursive: true, force: true });
});

const started = (name = 'openStory'): RunnerHandle => {
  const runner = startRunner({ dir, reader: { module, name, options: story }, pollMs: 20 });
  runners.push(runner);
  return runner;
};

const once = (runner: RunnerHandle, holds: (status: RunnerStatus) => boolean): Promise<RunnerStatus> =>
  new Promise((resolve) => {
    if (holds(runner.status())) resolve(runner.status());
    const end = runner.onStatus((status) => {
      if (!holds(status)) return;
      end();
      resolve(status);
    });
  });

/** Each test starts threads that load the product. */
jest.setTimeout(60_000);

describe('the runner in its thread', () => {
  it('builds the first generation, makes it live, and is waited for by position', async () => {
    const runner = started();
    await once(runner, ({ state }) => state === 'live');
    const store = openReadStore({ dir, reader: readerOf(events), runner });
    expect(last !== undefined && (await store.waitFor(last, 2_000))).toBe(true);
    expect(store.health()).toMatchObject({ state: 'live', light: 'green', lag: 0, parkedCases: 0 });
    store.close();
  });

  it('stands by while another one runs the same directory', async () => {
    await once(started(), ({ state }) => state === 'live');
    const second = await once(started(), ({ state }) => state !== 'starting');
    expect(second.state).toBe('standby');
  });

  it('is stopped, with the code, by what trying again does not cure', async () => {
    const runner = started('openNothing');
    expect(await once(runner, ({ state }) => state === 'stopped')).toMatchObject({
      code: 'runner.no-reader',
    });
  });

  it('is started again after a failure that may pass', async () => {
    const runner = started('openBroken');
    expect(await once(runner, ({ restarts }) => restarts >= 1)).toMatchObject({ state: 'restarting' });
  });
});
