import { hasCode } from '@duban/kernel';
import type { Lease } from './lease.ts';

/** As the relay's port `Turn` in `@duban/messaging` says. */
export type LeaseTurn = {
  readonly hold: (signal: AbortSignal) => Promise<'held' | 'taken' | 'waited'>;
  /** Another process need not wait for the end of our term. */
  readonly giveBack: () => Promise<void>;
};

export type LeaseTurnPorts = {
  readonly lease: Lease;
  /** Waits until this instant (epoch milliseconds), a little while, or the signal, whichever is first. */
  readonly waitTowards: (until: number, signal: AbortSignal) => Promise<void>;
};

/**
 * The right to do work that never ends, as a lease: taken when there is something to do, renewed while there is, and left to
 * run out otherwise, so that a quiet night writes nothing.
 */
export const leaseTurn = ({ lease, waitTowards }: LeaseTurnPorts): LeaseTurn => {
  let isMine = false;
  const isStillMine = async (): Promise<boolean> => {
    if (!isMine) return false;
    isMine = false;
    try {
      await lease.check();
    } catch (error) {
      if (hasCode(error, 'lease.lost')) return false;
      throw error;
    }
    isMine = true;
    return true;
  };
  return {
    hold: async (signal) => {
      if (await isStillMine()) return 'held';
      const claim = await lease.claim();
      if (claim.outcome === 'held') {
        await waitTowards(claim.until, signal);
        return 'waited';
      }
      isMine = true;
      return 'taken';
    },
    giveBack: async () => {
      isMine = false;
      await lease.release();
    },
  };
};
