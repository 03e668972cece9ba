import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readConfig } from '@duban/config';
import { openLog } from '@duban/installation';
import { writeOpenCases } from '../load/open-cases.ts';
import { watchStart, type WatchedStart } from '../load/watched-start.ts';
import { describeWith } from '../setup/describe-with.ts';
import { buildMissing } from '../setup/built-server.ts';

/** The whole of it, with 20,000 cases, is `npm run bench -- starts`. */
const CASES = 600;
const LONGEST_MS = 50_000;
const LONGEST_STOP_MS = 5_000;
const main = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-starts-'));
  const log = await openLog(readConfig({ DUBAN_DATA: folder }));
  const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString();
  await writeOpenCases(log.raw, { cases: CASES, due: CASES, today });
  await log.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (): Promise<WatchedStart> =>
  watchStart({ main, env: { DUBAN_DATA: folder }, items: CASES, stopAfterMs: null, longestMs: LONGEST_MS });

describeWith(buildMissing(), 'a start over a log of open cases that are all due', () => {
  it.each([
    ['builds its read models', async () => undefined],
    [
      'finds a control file that is none',
      () => writeFile(join(folder, 'read-models', 'control.sqlite'), 'x'.repeat(5_000)),
    ],
  ])(
    'that %s shows no false figure from the first byte on, serves, and ends in order',
    async (_name, before) => {
      await before();
      const seen = await start();
      expect(seen.falseFigures).toEqual([]);
      expect(seen.readyAfterMs).toBeGreaterThan(0);
      expect(seen.board.map(({ what }) => what)).toContain(`200 total ${String(CASES)}`);
      expect(seen.exitCode).toBe(0);
      expect(seen.stopMs).toBeLessThan(LONGEST_STOP_MS);
    },
    LONGEST_MS + 20_000,
  );
});
