import type { Message, Recorded } from '@duban/kernel';
import type { Fact } from './case.state.ts';

/** The date in Asia/Shanghai on which an event legally happened: what deadlines and look-backs count from. */
export const occurredOn = ({ occurredAt }: Pick<Recorded, 'occurredAt'>): string =>
  occurredAt.endsWith('+08:00')
    ? occurredAt.slice(0, 10)
    : Temporal.Instant.from(occurredAt).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();

/** The fact an event states, with the event's id, so that conclusions can name their inputs, and who stated it. */
export const factOf = <Data extends object>(event: Recorded<Message<string, Data>>): Fact<Data> => ({
  eventId: event.id,
  on: occurredOn(event),
  by: event.actor,
  data: event.data,
});
