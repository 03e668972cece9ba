import type { Message, Recorded } from '@duban/kernel';
import type { Fact } from './case.state.ts';

const ZONE = 'Asia/Shanghai';

/** The legal date of an event: what deadlines and look-backs count from. */
export const legalDate = (occurredAt: string): string =>
  occurredAt.endsWith('+08:00')
    ? occurredAt.slice(0, 10)
    : Temporal.Instant.from(occurredAt).toZonedDateTimeISO(ZONE).toPlainDate().toString();

/** The fact an event states, with the event's id, so that conclusions can name their inputs. */
export const factOf = <Data extends object>(event: Recorded<Message<string, Data>>): Fact<Data> => ({
  eventId: event.id,
  on: legalDate(event.occurredAt),
  data: event.data,
});
