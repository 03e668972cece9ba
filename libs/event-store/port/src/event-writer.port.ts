import type { Position } from '@duban/kernel';
import type { NewEvent, StoredEvent } from './stored-event.ts';

/** What the writer believes of the stream: it must not exist, may be anything, or ends at this revision. */
export type ExpectedRevision = 'no-stream' | 'any' | number;

/**
 * - `appended`: durable (fsynced) and visible.
 * - `repeated`: this command id is already in this stream with the same digest; the first events are returned.
 * - `key-reused`: the command id was used with another digest, or for another stream.
 * - `conflict`: the stream is at `actual` (`null`: it does not exist); nothing was written.
 */
export type AppendResult =
  | {
      readonly outcome: 'appended' | 'repeated';
      readonly events: readonly StoredEvent[];
      readonly revision: number;
      readonly position: Position;
    }
  | { readonly outcome: 'key-reused' }
  | { readonly outcome: 'conflict'; readonly expected: ExpectedRevision; readonly actual: number | null };

/** All events of one append carry the same command id. They are stored together or not at all. */
export type EventWriter = {
  /**
   * @throws CodedError `event.unserialisable` (BigInt, NaN, lone surrogate, over 1 MiB), `log.unavailable` (disk full,
   * damaged, no connection: nothing was acknowledged), `log.closed`.
   */
  readonly append: (
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ) => Promise<AppendResult>;
};

/** Projections receive the reader only; command handlers alone hold a writer. */
export type EventLifecycle = { readonly close: () => Promise<void> };
