import { decodeEvent, type DubanEvent, type StoredShape } from '@duban/contracts';
import type { Basis, Position, Recorded } from '@duban/kernel';

/** A stored event as any reader of the log returns it; structurally the store port's `StoredEvent`. */
export type LoggedFact = StoredShape & {
  readonly stream: string;
  readonly position: Position;
  readonly metadata: StoredShape['metadata'] & {
    readonly commandId: string;
    readonly correlationId: string;
    readonly causationId: string;
    readonly onBehalfOf: string | null;
    readonly basis: Basis;
    readonly ruleSet: string | null;
    readonly calendar: string | null;
  };
};

/** One event of the log, as stored and as read today. */
export type LogEntry = {
  /** Running number in log order, from 1, of whoever reads the log; keys of rows are made of it. */
  readonly ordinal: number;
  readonly stored: LoggedFact;
  readonly event: Recorded<DubanEvent>;
  readonly recordedMs: number;
  readonly occurredMs: number;
};

export const epochMs = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

/** @throws CodedError `event.version-unknown`, `event.type-unknown`: stop reading, never skip (E43). */
export const entryOf = (stored: LoggedFact, ordinal: number): LogEntry => ({
  ordinal,
  stored,
  event: decodeEvent(stored),
  recordedMs: epochMs(stored.metadata.recordedAt),
  occurredMs: epochMs(stored.metadata.occurredAt),
});
