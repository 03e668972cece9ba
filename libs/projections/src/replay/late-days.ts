import { calendarDaysBetween } from '@duban/domain';
import type { LogEntry } from '../fold/log-entry.ts';

const DAY_MS = 86_400_000;

/** Calendar days from the legal time, in its own offset, to the recording, in Asia/Shanghai; never negative. */
export const lateDays = ({ stored, recordedMs, occurredMs }: LogEntry): number => {
  if (recordedMs - occurredMs < DAY_MS) return 0;
  const recorded = Temporal.Instant.fromEpochMilliseconds(recordedMs)
    .toZonedDateTimeISO('+08:00')
    .toPlainDate();
  return calendarDaysBetween(stored.metadata.occurredAt.slice(0, 10), recorded.toString());
};
