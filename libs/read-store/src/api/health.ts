import type { Position } from '@duban/kernel';

/**
 * - `starting`: no generation has been built yet. `building`: catching up. `live`: within a poll of the head.
 * - `standby`: another process runs this directory. `stopped`: `code` says why, a person has to act. `restarting`: failed, the supervisor tries again.
 */
export type RunnerState = 'starting' | 'building' | 'live' | 'standby' | 'restarting' | 'stopped';

/** How far a build has come, before which nothing is answered; null where the store's positions cannot be counted. */
export type BuildProgress = {
  /** Events of the log whose rows are there. */
  readonly handled: number;
  readonly total: number | null;
  /** 0 to 99. */
  readonly percent: number | null;
  /** An estimate by the speed so far; null until there is one. */
  readonly secondsLeft: number | null;
};

export type Health = {
  readonly state: RunnerState;
  /** Green, yellow while cases are parked or it lags, red when stopped or while nothing can be answered yet. */
  readonly light: 'green' | 'yellow' | 'red';
  readonly generation: string | null;
  readonly position: Position;
  readonly head: Position;
  /** Events behind the head; null where the store's positions cannot be counted. */
  readonly lag: number | null;
  readonly parkedCases: number;
  /** Null when questions are answered. */
  readonly building: BuildProgress | null;
  readonly code: string | null;
  readonly message: string | null;
};

/** A case's sequence that waits for one projection (`*`: for all of them): a pointer, never the decoded event (E40). */
export type Parked = {
  readonly projection: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly error: string;
  readonly attempts: number;
  /** Events of the stream that wait, this one included. */
  readonly waiting: number;
};
