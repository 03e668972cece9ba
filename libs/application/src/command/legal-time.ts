import { CodedError } from '@duban/kernel';

const ZONE = 'Asia/Shanghai';

const zoned = (epochMilliseconds: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(ZONE);

/** `2026-03-05T01:00:00.000Z`: UTC with milliseconds, as the log keeps instants. */
export const instantOf = (epochMilliseconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString({ smallestUnit: 'millisecond' });

/** `2026-03-05T09:00:00.000+08:00`: an instant with the offset of Asia/Shanghai. */
export const legalTimeOf = (epochMilliseconds: number): string =>
  zoned(epochMilliseconds).toString({ timeZoneName: 'never', smallestUnit: 'millisecond' });

/** The date in Asia/Shanghai, whatever the machine's zone. */
export const legalDateOf = (epochMilliseconds: number): string =>
  zoned(epochMilliseconds).toPlainDate().toString();

/**
 * The date in Asia/Shanghai of an ISO 8601 instant with offset.
 * @throws CodedError `command.occurred-at` when the text is no such instant.
 */
export const legalDateOfInstant = (instant: string): string => {
  try {
    return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString();
  } catch (cause) {
    throw new CodedError(
      'command.occurred-at',
      `"${instant}" is no instant: write it as 2026-03-05T09:00:00+08:00`,
      { cause },
    );
  }
};
