import type { Clock } from '@duban/kernel';

export type Timeouts = {
  /** How long an append may go unanswered before its outcome counts as unknown. */
  readonly appendMs: number;
  /** How long a read may be silent before it is given up and begun anew. */
  readonly idleMs: number;
  /** How long a request is tried again before `log.unavailable`. */
  readonly patienceMs: number;
  /** The longest pause between two tries. */
  readonly longestPauseMs: number;
  /** How often the subscription is compared with the head of the log. */
  readonly watchMs: number;
};

export const DEFAULT_TIMEOUTS: Timeouts = {
  appendMs: 5_000,
  idleMs: 5_000,
  patienceMs: 15_000,
  longestPauseMs: 2_000,
  watchMs: 5_000,
};

export type EventStoreDbOptions = {
  /** `esdb://user:password@host:2113?tls=true&tlsCAFile=…`. Never printed. */
  readonly connectionString: string;
  /** Begins the name of every stream of ours on the server; all that begins otherwise is another system's. */
  readonly streamPrefix?: string;
  readonly clock?: Clock;
  readonly timeouts?: Partial<Timeouts>;
  /** Appends that may wait for an answer at once. */
  readonly appendsAtOnce?: number;
  /** How many events back from the end of a stream a command id is looked for. */
  readonly searchDepth?: number;
  /** How often listeners are woken without an append. */
  readonly heartbeatMs?: number;
};
