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
  /** Of `occurredAt`; for an imported item the day of its register. */
  readonly occurredMs: number;
};

export const epochMs = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

/**
 * The start of the day that a register gives an item, in ms; null for everything else. An import occurs when it is
 * recorded, but its item was there before: questions about the past count it from the register's own date.
 */
const registerDayMs = ({ type, data }: DubanEvent): number | null => {
  if (type !== 'ItemImported') return null;
  const date = data.madeOn ?? data.closedOn;
  return date === null ? null : epochMs(`${date}T00:00:00+08:00`);
};

/** @throws CodedError `event.version-unknown`, `event.type-unknown`: stop reading, never skip (E43). */
export const entryOf = (stored: LoggedFact, ordinal: number): LogEntry => {
  const event = decodeEvent(stored);
  return {
    ordinal,
    stored,
    event,
    recordedMs: epochMs(stored.metadata.recordedAt),
    occurredMs: registerDayMs(event) ?? epochMs(stored.metadata.occurredAt),
  };
};
