import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks every few milliseconds until it is so, and fails after a minute. It waits on a timer: a store in the process answers
 * without giving the loop a turn, so a wait that only asks it again lets no message and no timer of anybody through, for ever.
 */
export const until = async (isSo: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> => {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not so within ${String(withinMs)} ms: ${isSo.toString()}`);
    await pause(5);
  }
};
