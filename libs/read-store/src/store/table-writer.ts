import type { Change, LogEntry } from '@duban/projections';

/** Collects the changes of a page in memory and writes what is left of them at once. */
export type TableWriter = {
  readonly apply: (change: Change, entry: LogEntry) => void;
  readonly flush: () => void;
  readonly clear: () => void;
};
