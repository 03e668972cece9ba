import { onEachEvent, type ExaminedCaseEvent } from './examination-rule.ts';

const msOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

/** No congress that could follow anything is older. */
const EARLIEST_MS = msOf('1949-01-01T00:00:00+08:00');

/** Clocks of two machines differ by less; what is further ahead was stated by somebody. */
const CLOCKS_DIFFER_BY_MS = 60_000;

const times = ({ occurredAt, recordedAt }: ExaminedCaseEvent) => [{ occurredAt, recordedAt }];

/** Compared as instants: as texts, `+010000-01-01…` sorts before 1949 and an offset hides hours. */
export const statedTimeRules = [
  onEachEvent('command.in-future', (event) =>
    msOf(event.occurredAt) > msOf(event.recordedAt) + CLOCKS_DIFFER_BY_MS ? times(event) : [],
  ),
  onEachEvent('command.too-early', (event) => (msOf(event.occurredAt) < EARLIEST_MS ? times(event) : [])),
] as const;
