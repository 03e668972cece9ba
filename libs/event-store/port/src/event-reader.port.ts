import type { Position } from '@duban/kernel';
import type { StoredEvent } from './stored-event.ts';

export type StreamPage = {
  readonly events: readonly StoredEvent[];
  /** Revision to pass as `from` for the next page; `null` when the stream ends here. */
  readonly next: number | null;
};

export type LogPage = {
  readonly events: readonly StoredEvent[];
  /**
   * The place up to which the log was looked through, filtered-out events included (E17): pass it as `after` to go on.
   * An empty page is not the end: compare `next` with {@link EventReader.head}.
   */
  readonly next: Position;
};

export type ReadStreamOptions = {
  /** Inclusive. Default: the first event, or the last when reading backwards. */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
  /** At most this many events; default 512. */
  readonly limit?: number;
};

export type ReadLogOptions = {
  /** Exclusive. Default: the start of the log. */
  readonly after?: Position;
  readonly limit?: number;
  /** Stored type names; absent means all. */
  readonly types?: readonly string[];
};

/**
 * Reads in pages of bounded size (E38). Positions are visible in order and never skipped (E1–E13).
 * Between two pages everybody else in the process has had a turn of the loop.
 */
export type EventReader = {
  readonly readStream: (stream: string, options?: ReadStreamOptions) => Promise<StreamPage>;
  readonly readLog: (options?: ReadLogOptions) => Promise<LogPage>;
  /** Position of the last event that readers may see; the start of the log when it is empty. */
  readonly head: () => Promise<Position>;
  /** The events that this command wrote to this stream, in order; empty when there are none. */
  readonly findCommand: (stream: string, commandId: string) => Promise<readonly StoredEvent[]>;
  /**
   * Calls `wake` after appends, now and then without one, and possibly too often: it only wakes a poll (E21).
   * Answers the function that ends it.
   */
  readonly onAppended: (wake: () => void) => () => void;
};
