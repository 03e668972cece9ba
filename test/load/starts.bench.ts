/**
 * Starts of the built server over a log with many open cases, each watched from the first byte on and ended by SIGTERM at a
 * moment of its own: `npm run bench -- starts [starts] [cases]`. The first starts build the read models; every fifth finds
 * them deleted, every other is ended on its way. Bounded: a start that is not ready after seven minutes counts as failed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '@duban/config';
import { openLog } from '@duban/installation';
import { writeOpenCases } from './open-cases.ts';
import { watchStart, type WatchedStart } from './watched-start.ts';

const STARTS = Number(process.argv[2] ?? 50);
const CASES = Number(process.argv[3] ?? 20_000);
const DUE = CASES / 20;
const LONGEST_MS = 400_000;
const LONGEST_STOP_MS = 5_000;
/** Moments of a start at which it is ended: in its first breath, while it opens, while it builds, in a round. */
const MOMENTS_MS = [1_500, 4_000, 9_000, 20_000, 40_000];

const main = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'duban-starts-'));

/** Null: the signal came before the process' first line, when nobody can listen for it yet. */
const isGood = ({ exitCode, stopMs, falseFigures, said, listenedAfterMs }: WatchedStart): boolean =>
  (exitCode === 0 || (exitCode === null && listenedAfterMs === 0)) &&
  stopMs < LONGEST_STOP_MS &&
  falseFigures.length === 0 &&
  !said.includes('cannot start');

const start = async (number: number): Promise<boolean> => {
  const isCut = number % 2 === 1;
  if (number % 5 === 0) await rm(join(folder, 'read-models'), { recursive: true, force: true });
  const seen = await watchStart({
    ...{ main, items: CASES, longestMs: LONGEST_MS, env: { DUBAN_DATA: folder } },
    stopAfterMs: isCut ? (MOMENTS_MS[((number - 1) / 2) % MOMENTS_MS.length] ?? null) : null,
  });
  const good = isGood(seen) && (isCut || seen.readyAfterMs > 0);
  const { said, ...figures } = seen;
  const load = loadavg()[0]?.toFixed(1);
  console.log(JSON.stringify({ number, good, load, ...figures, ...(good ? {} : { said }) }));
  return good;
};

try {
  const log = await openLog(readConfig({ DUBAN_DATA: folder }));
  const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString();
  await writeOpenCases(log.raw, { cases: CASES, due: DUE, today });
  await log.close();
  let good = 0;
  for (let number = 0; number < STARTS; number += 1) if (await start(number)) good += 1;
  console.log(`${String(good)} of ${String(STARTS)} starts with ${String(CASES)} open cases went well`);
  if (good < STARTS) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
