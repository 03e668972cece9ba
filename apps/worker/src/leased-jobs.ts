import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  fencedCommands,
  leasedJob,
  openLease,
  type CaseCommands,
  type Job,
  type LeasePorts,
} from '@duban/application';

/** Longer than any pause of a process that still lives; who died is replaced after it. */
const TERM_MS = 60_000;
const LONGEST_WAIT_MS = 1_000;

/** Jobs of which one process at a time does the work, however many workers run (docs/operations.md). */
export const leasedJobs = (
  { store, clock }: Pick<LeasePorts, 'store' | 'clock'>,
  cases: CaseCommands,
  jobsWith: (cases: CaseCommands) => readonly Job[],
) => {
  const stopping = new AbortController();
  const holder = `${hostname()}/${String(process.pid)}/${randomUUID()}`;
  const lease = openLease('worker', { store, clock, holder, termMs: TERM_MS });
  const waitTowards = (until: number): Promise<boolean> =>
    sleep(Math.min(Math.max(until - clock.now(), 1), LONGEST_WAIT_MS), true, {
      signal: stopping.signal,
    }).catch(() => false);
  return {
    jobs: jobsWith(fencedCommands(cases, lease)).map((job) => leasedJob(job, { lease, waitTowards })),
    stopWaiting: (): void => {
      stopping.abort();
    },
  };
};
