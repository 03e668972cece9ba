import type { Clock } from '@duban/kernel';

/** A clock that can be set for the telling of examples, and runs with the machine's otherwise. */
export type MovableClock = Clock & {
  readonly moveTo: (instant: string) => void;
  readonly runAgain: () => void;
};

export const movableClock = (real: Clock = Date): MovableClock => {
  let fixed: number | null = null;
  return {
    now: () => fixed ?? real.now(),
    moveTo: (instant) => {
      fixed = Temporal.Instant.from(instant).epochMilliseconds;
    },
    runAgain: () => {
      fixed = null;
    },
  };
};
