import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@duban/kernel';

/** Who this process is among workers, and how it waits for its turn. */
export type Standing = {
  /** Unlike that of any other process and of any earlier one. */
  readonly holder: string;
  /** Until this instant (epoch milliseconds), or a little while; false: we are stopping. */
  readonly waitTowards: (until: number) => Promise<boolean>;
  readonly stopWaiting: () => void;
};

const LONGEST_WAIT_MS = 1_000;

export const standingBy = (clock: Clock): Standing => {
  const stopping = new AbortController();
  return {
    holder: `${hostname()}/${String(process.pid)}/${randomUUID()}`,
    waitTowards: (until) =>
      sleep(Math.min(Math.max(until - clock.now(), 1), LONGEST_WAIT_MS), true, {
        signal: stopping.signal,
      }).catch(() => false),
    stopWaiting: () => {
      stopping.abort();
    },
  };
};
