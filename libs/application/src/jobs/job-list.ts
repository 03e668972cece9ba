import type { Clock } from '@duban/kernel';

/** Work that nobody asks for: the clock's rounds, later the relay and the sealer. Repeating a run changes nothing. */
export type Job = {
  readonly name: string;
  readonly everyMs: number;
  /** Also right after midnight in Asia/Shanghai, when dates become due. */
  readonly atMidnight: boolean;
  /** Ends early, in order, when the signal says so. Whoever could not do it all asks for another run soon. */
  readonly run: (signal: AbortSignal) => Promise<JobResult>;
};

/** `againInMs`: sooner than the next time, because something was missing. */
export type JobResult = { readonly againInMs: number } | undefined;

export type JobReport = {
  readonly name: string;
  readonly ms: number;
  /** Null when the run went well. The next run comes all the same. */
  readonly error: unknown;
};

export type Jobs = {
  /** Runs every job once, and then at its times. */
  readonly start: () => Promise<void>;
  /** No run starts any more; those under way end at their next step, and then this answers. */
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
const waitOf = (job: Job, clock: Clock, result: JobResult): number =>
  Math.min(job.everyMs, result?.againInMs ?? Infinity, job.atMidnight ? msToMidnight(clock.now()) : Infinity);

/** One run of a job at a time; a run that fails is reported and tried again at its next time. */
export const createJobs = (jobs: readonly Job[], clock: Clock, report: (report: JobReport) => void): Jobs => {
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  const { signal } = stopping;
  const isStopped = (): boolean => signal.aborted;
  const runOnce = async (job: Job): Promise<JobResult> => {
    const started = performance.now();
    let [result, error]: [JobResult, unknown] = [undefined, null];
    try {
      result = await job.run(signal);
    } catch (cause) {
      error = cause ?? 'failed without a reason';
    }
    if (error === null || !isStopped()) report({ name: job.name, ms: performance.now() - started, error });
    return result;
  };
  const turn = async (job: Job): Promise<void> => {
    if (isStopped()) return;
    const run = runOnce(job);
    const over = run.then(() => undefined);
    running.add(over);
    const result = await run.finally(() => running.delete(over));
    if (isStopped()) return;
    timers.set(job.name, setTimeout(() => void turn(job), waitOf(job, clock, result)).unref());
  };
  return {
    start: async () => {
      for (const job of jobs) await turn(job);
    },
    stop: async () => {
      stopping.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running);
    },
  };
};
