/** Midnight in Shanghai is 16:00 in UTC: since 1991 there is no summer time. */
const NEXT_DAY_FROM = '16';

/**
 * The date in Asia/Shanghai of an instant as logs keep it, UTC with milliseconds. A fold asks it of every event, so the
 * text is cut instead of read, but for the eight hours in which Shanghai is a day ahead.
 */
export const shanghaiDateOf = (utc: string): string =>
  utc.endsWith('Z') && utc.slice(11, 13) < NEXT_DAY_FROM
    ? utc.slice(0, 10)
    : Temporal.Instant.from(utc).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
