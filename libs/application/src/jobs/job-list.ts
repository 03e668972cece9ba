import type { Clock } from '@duban/kernel';

/** Work that nobody asks for: the clock's rounds, later the relay and the sealer. Repeating a run changes nothing. */
export type Job = {
  readonly name: string;
  readonly everyMs: number;
  /** Also right after midnight in Asia/Shanghai, when dates become due. */
  readonly atMidnight: boolean;
  readonly run: () => Promise<void>;
};

export type JobReport = {
  readonly name: string;
  readonly ms: number;
  /** Null when the run went well. The next run comes all the same. */
  readonly error: unknown;
};

export type Jobs = {
  /** Runs every job once, and then at its times. */
  readonly start: () => Promise<void>;
  /** No run starts any more; answers when those under way are over. */
  readonly stop: () => Promise<void>;
};

const ZONE = 'Asia/Shanghai';
/** A timer may fire a little early; a second into the day is safely the new day. */
const INTO_THE_DAY_MS = 1_000;

export const msToMidnight = (epochMilliseconds: number): number => {
  const now = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(ZONE);
  return now.add({ days: 1 }).startOfDay().epochMilliseconds - epochMilliseconds + INTO_THE_DAY_MS;
};

/** Next run: at the interval, or at midnight where that comes first. */
const waitOf = (job: Job, clock: Clock): number =>
  job.atMidnight ? Math.min(job.everyMs, msToMidnight(clock.now())) : job.everyMs;

/** One run of a job at a time; a run that fails is reported and tried again at its next time. */
export const createJobs = (jobs: readonly Job[], clock: Clock, report: (report: JobReport) => void): Jobs => {
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  const state = { stopped: false };
  const isStopped = (): boolean => state.stopped;
  const runOnce = async (job: Job): Promise<void> => {
    const started = performance.now();
    const error: unknown = await job.run().then(
      () => null,
      (cause: unknown) => cause ?? 'failed without a reason',
    );
    report({ name: job.name, ms: performance.now() - started, error });
  };
  const turn = async (job: Job): Promise<void> => {
    if (isStopped()) return;
    const run = runOnce(job);
    running.add(run);
    await run.finally(() => running.delete(run));
    if (!isStopped()) timers.set(job.name, setTimeout(() => void turn(job), waitOf(job, clock)).unref());
  };
  return {
    start: async () => {
      for (const job of jobs) await turn(job);
    },
    stop: async () => {
      state.stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running);
    },
  };
};
