import { refuseStatedTime, type TimeRejection } from '../../time/stated-time.ts';
import { occurredOn } from '../occurred.ts';
import { onEachEvent, type ExaminedCaseEvent } from './examination-rule.ts';

const msOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

/** Clocks of two machines differ by less; what is further apart was stated by somebody. */
const CLOCKS_DIFFER_BY_MS = 60_000;

/** Why nobody could state this time today; null where nobody stated one. */
const refusalOf = ({
  actor,
  metadata: { basis, decidedAt },
  occurredAt,
  recordedAt,
  decidedOn,
}: ExaminedCaseEvent): TimeRejection | null => {
  // What was decided is judged as it was then, however long the append took.
  const decided = decidedAt ?? recordedAt;
  if (Math.abs(msOf(occurredAt) - msOf(decided)) <= CLOCKS_DIFFER_BY_MS) return null;
  const days = { occurredOn: occurredOn({ occurredAt }), decidedOn };
  return refuseStatedTime({ actor, basis, occurredAt, ...days, decidedAt: decided })?.rejected ?? null;
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

/** The decision and its recording lie further apart than clocks differ: one of them jumped, or an append hung. */
export const clockRule = onEachEvent('decision.clock-jumped', ({ metadata: { decidedAt }, recordedAt }) =>
  decidedAt === undefined || Math.abs(msOf(decidedAt) - msOf(recordedAt)) <= CLOCKS_DIFFER_BY_MS
    ? []
    : [{ decidedAt, recordedAt }],
);
