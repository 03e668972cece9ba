import { describe, expect, it, jest } from '@jest/globals';
import { createJobs, msToMidnight, type JobReport } from './job-list.ts';

const HOUR_MS = 3_600_000;
const at = (instant: string): number => Date.parse(instant);

describe('midnight', () => {
  it.each([
    ['2026-03-05T23:59:59+08:00', 2_000],
    ['2026-03-05T00:00:00+08:00', 24 * HOUR_MS + 1_000],
    ['2026-03-05T15:00:00Z', HOUR_MS + 1_000],
  ])('is that of Asia/Shanghai: %s', (now, ms) => {
    expect(msToMidnight(at(now))).toBe(ms);
  });
});

describe('jobs', () => {
  it('run at the start, at their interval and at midnight, and never after the stop', async () => {
    jest.useFakeTimers();
    let now = at('2026-03-05T23:30:00+08:00');
    const runs: string[] = [];
    const job = {
      name: 'round',
      everyMs: HOUR_MS,
      atMidnight: true,
      run: async () => {
        runs.push(new Date(now).toISOString());
        return undefined;
      },
    };
    const jobs = createJobs([job], { now: () => now }, () => undefined);
    const pass = async (ms: number): Promise<void> => {
      now += ms;
      await jest.advanceTimersByTimeAsync(ms);
    };
    await jobs.start();
    await pass(HOUR_MS / 2 + 1_000);
    await pass(HOUR_MS);
    await jobs.stop();
    await pass(3 * HOUR_MS);
    jest.useRealTimers();
    expect(runs).toEqual([
      '2026-03-05T15:30:00.000Z',
      '2026-03-05T16:00:01.000Z',
      '2026-03-05T17:00:01.000Z',
    ]);
  });

  it('report a run that failed, and run the others', async () => {
    const reports: JobReport[] = [];
    const job = (name: string, run: () => Promise<undefined>) => ({
      name,
      everyMs: HOUR_MS,
      atMidnight: false,
      run,
    });
    const failure = new RangeError('no');
    const jobs = createJobs(
      [job('bad', () => Promise.reject(failure)), job('good', async () => undefined)],
      Date,
      (report) => reports.push(report),
    );
    await jobs.start();
    await jobs.stop();
    expect(reports.map(({ name, error }) => [name, error])).toEqual([
      ['bad', failure],
      ['good', null],
    ]);
  });

  it('are told to end, and asked no more, at the stop', async () => {
    const told: boolean[] = [];
    const reports: JobReport[] = [];
    const run = (signal: AbortSignal): Promise<undefined> =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          told.push(signal.aborted);
          reject(signal.reason as Error);
        });
      });
    const long = { name: 'long', everyMs: HOUR_MS, atMidnight: false, run };
    const jobs = createJobs([long], Date, (report) => reports.push(report));
    const started = jobs.start();
    await jobs.stop();
    await started;
    expect([told, reports]).toEqual([[true], []]);
  });

  it('come again as soon as a run asks for it', async () => {
    jest.useFakeTimers();
    let runs = 0;
    const run = async () => {
      runs += 1;
      return runs === 1 ? { againInMs: 1_000 } : undefined;
    };
    const jobs = createJobs(
      [{ name: 'early', everyMs: HOUR_MS, atMidnight: false, run }],
      Date,
      () => undefined,
    );
    await jobs.start();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(runs).toBe(2);
    await jest.advanceTimersByTimeAsync(HOUR_MS / 2);
    expect(runs).toBe(2);
    await jobs.stop();
    jest.useRealTimers();
  });
});
