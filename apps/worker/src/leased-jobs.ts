import { fencedCommands, leasedJob, openLease, type CaseCommands, type Job } from '@duban/application';
import type { EventStore } from '@duban/event-store';
import type { Clock } from '@duban/kernel';
import type { Standing } from './standing.ts';

/** Longer than any pause of a process that still lives; who died is replaced after it. */
export const TERM_MS = 60_000;

export type LeasedJobsParts = {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly standing: Standing;
};

/** Jobs of which one process at a time does the work, however many workers run (docs/operations.md). */
export const leasedJobs = (
  { store, clock, standing }: LeasedJobsParts,
  cases: CaseCommands,
  jobsWith: (cases: CaseCommands) => readonly Job[],
): readonly Job[] => {
  const { holder, waitTowards } = standing;
  const lease = openLease('worker', { store, clock, holder, termMs: TERM_MS });
  return jobsWith(fencedCommands(cases, lease)).map((job) => leasedJob(job, { lease, waitTowards }));
};
