/**
 * Events of a `lease-<what>` stream: who does a piece of work that only one process may do at a time, and from when
 * somebody else may. They are written once a round of work, not as a heartbeat: every record of the log is kept for ever.
 * These types are storage format: never rename one.
 */
import type { Message } from '@duban/kernel';

export type LeaseTaken = Message<
  'LeaseTaken',
  {
    /** One more than ever before in this stream; whoever works under a smaller one has lost the lease. */
    readonly epoch: number;
    /** Name of the process. */
    readonly holder: string;
    /** Instant from which another process may take it. */
    readonly until: string;
  }
>;

/** The work is done; what comes next needs a new epoch. */
export type LeaseReleased = Message<'LeaseReleased', { readonly epoch: number; readonly holder: string }>;

export type LeaseEvent = LeaseTaken | LeaseReleased;

export const leaseStream = (what: string): string => `lease-${what}`;
