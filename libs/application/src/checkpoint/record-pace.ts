import type { Clock } from '@duban/kernel';
import type { LastRecorded } from './checkpoint-record.ts';

/**
 * How long to wait before the next head may be written down, whoever wrote the last one. Counted from when that was
 * recorded, but for no longer than one period of this process' own steady time: a wall clock that jumps, or stands still, holds
 * nothing up.
 */
export const recordPace = (everyMs: number, clock: Clock, steadyNow: () => number) => {
  let seen = -1;
  let from = 0;
  return (last: LastRecorded | null): number => {
    if (last === null) return 0;
    if (last.revision !== seen) {
      seen = last.revision;
      const left = last.recordedAt + everyMs - clock.now();
      from = steadyNow() + Math.min(Math.max(left, 0), everyMs);
    }
    return Math.max(0, Math.ceil(Math.min(from - steadyNow(), last.recordedAt + everyMs - clock.now())));
  };
};
