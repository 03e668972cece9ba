import type { EventReader } from '@duban/event-store';
import type { Office } from './office.ts';

/** The clock of the demo: examples happened in the past, and the log has to believe it. */
export type DemoTime = {
  /** From now on it is this instant (ISO 8601 with offset); time stands still until the next call. */
  readonly moveTo: (instant: string) => void;
};

/** Worked examples, sent as ordinary commands at the times at which they happened. */
export type DemoSeed = {
  /** Whether this log is still to be told, in whole or from where it was cut off. */
  readonly isPending: (reader: EventReader) => Promise<boolean>;
  /** When the office's first record is made: before anything that `play` sends. */
  readonly startsAt: string;
  readonly play: (office: Pick<Office, 'cases' | 'references'>, time: DemoTime) => Promise<void>;
};
