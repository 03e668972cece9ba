import type { Clock } from '@duban/kernel';
import type { EventStore } from '@duban/event-store';

/** A log of its own for one case, and the ways to come to it. */
export type LogUnderTest = {
  /** A client of this log. With the `shared` capability several may be open at once, as processes would be. */
  readonly open: () => Promise<EventStore>;
  /** What a power cut or `kill -9` does; the clients opened before are gone. With the `durable` capability. */
  readonly crash: () => Promise<void>;
  /** Called last; the clients that the case opened are closed by then. */
  readonly remove: () => Promise<void>;
};

/** The clock is asked for every `recordedAt`; cases set it forwards and backwards. */
export type LogFactory = (clock: Clock) => Promise<LogUnderTest>;

/** What a store promises. A case that needs more than that is not run. */
export type Capability =
  /** Every log under test starts empty. */
  | 'fresh'
  /** What was acknowledged is there after a crash and a restart. */
  | 'durable'
  /** Several processes may use one log. */
  | 'shared'
  /** Positions are consecutive numbers. */
  | 'contiguous'
  /** Command and event ids are unique in the log, not only in their stream. */
  | 'global-keys';
