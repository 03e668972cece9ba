import type { CaseCommands } from '../case/case-commands.ts';
import type { Job } from '../jobs/job-list.ts';
import type { Lease } from './lease.ts';

/** Commands that are only sent while the lease is held: the log is asked immediately before each of them. */
export const fencedCommands =
  (cases: CaseCommands, lease: Lease): CaseCommands =>
  async (caseId, sent) => {
    await lease.check();
    return cases(caseId, sent);
  };

export type LeasedJobPorts = {
  readonly lease: Lease;
  /** Waits until this instant (epoch milliseconds) or a little while, whichever is first; false: we are stopping. */
  readonly waitTowards: (until: number) => Promise<boolean>;
};

/** Waits for a holder that may have died; where a third one was faster, the work is in its hands. */
const claimed = async ({ lease, waitTowards }: LeasedJobPorts): Promise<boolean> => {
  let seen: string | null = null;
  for (;;) {
    const claim = await lease.claim();
    if (claim.outcome === 'taken') return true;
    if (seen !== null && seen !== claim.holder) return false;
    seen = claim.holder;
    if (!(await waitTowards(claim.until))) return false;
  }
};

/** The same job, done by one process at a time: one epoch for each round. */
export const leasedJob = (job: Job, ports: LeasedJobPorts): Job => ({
  ...job,
  run: async (signal) => {
    if (!(await claimed(ports))) return undefined;
    try {
      return await job.run(signal);
    } finally {
      await ports.lease.release();
    }
  },
});
