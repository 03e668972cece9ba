import type { Office } from './office.ts';

/** The clock of the demo: examples happened in the past, and the log has to believe it. */
export type DemoTime = {
  /** From now on it is this instant (ISO 8601 with offset); time stands still until the next call. */
  readonly moveTo: (instant: string) => void;
};

/** Worked examples, sent as ordinary commands into an empty log of the demo profile. */
export type DemoSeed = {
  /** When the office's first record is made: before anything that `play` sends. */
  readonly startsAt: string;
  readonly play: (office: Pick<Office, 'cases' | 'references' | 'config'>, time: DemoTime) => Promise<void>;
};
