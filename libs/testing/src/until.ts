import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

/**
 * Looks every few milliseconds until it is so, and fails after a minute. It waits on a timer: a store in the process answers
 * without giving the loop a turn, so a wait that only asks it again lets no message and no timer of anybody through, for ever.
 */
export const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > end)
      throw new Error(`not so within ${String(PATIENCE_MS)} ms: ${isSo.toString()}`);
    await pause(5);
  }
};
