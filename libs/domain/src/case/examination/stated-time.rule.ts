import { refuseStatedTime, type TimeRejection } from '../../time/stated-time.ts';
import { occurredOn } from '../occurred.ts';
import { onEachEvent, type ExaminedCaseEvent } from './examination-rule.ts';

const msOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

/** Clocks of two machines differ by less; what is further apart was stated by somebody. */
const CLOCKS_DIFFER_BY_MS = 60_000;

/** Why nobody could state this time today; null where nobody stated one. */
const refusalOf = ({
  actor,
  metadata: { basis },
  occurredAt,
  recordedAt,
}: ExaminedCaseEvent): TimeRejection | null => {
  if (Math.abs(msOf(occurredAt) - msOf(recordedAt)) <= CLOCKS_DIFFER_BY_MS) return null;
  const days = { occurredOn: occurredOn({ occurredAt }), decidedOn: occurredOn({ occurredAt: recordedAt }) };
  return refuseStatedTime({ actor, basis, occurredAt, ...days, decidedAt: recordedAt })?.rejected ?? null;
};

const CODES = [
  'command.in-future',
  'command.too-early',
  'command.time-not-yours',
  'command.too-far-back',
  'command.time-without-document',
] as const satisfies readonly TimeRejection[];

/** Compared as instants: as texts, `+010000-01-01…` sorts before 1949 and an offset hides hours. */
export const statedTimeRules = CODES.map((code) =>
  onEachEvent(code, (event) =>
    refusalOf(event) === code ? [{ occurredAt: event.occurredAt, recordedAt: event.recordedAt }] : [],
  ),
);
