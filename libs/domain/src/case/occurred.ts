import type { Message, Recorded } from '@duban/kernel';
import type { Fact } from './case.state.ts';

/**
 * The date in Asia/Shanghai on which an event legally happened: what deadlines and look-backs count from. What came in on
 * paper happened when it was received, whenever it was entered.
 */
export const occurredOn = ({ occurredAt, paper }: Pick<Recorded, 'occurredAt' | 'paper'>): string => {
  if (paper !== undefined) return paper.receivedOn;
  return occurredAt.endsWith('+08:00')
    ? occurredAt.slice(0, 10)
    : Temporal.Instant.from(occurredAt).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
};

/**
 * The fact an event states, with the event's id, so that conclusions can name their inputs, and who stated it; of a paper
 * who entered it, and for whom.
 */
export const factOf = <Data extends object>(event: Recorded<Message<string, Data>>): Fact<Data> => ({
  eventId: event.id,
  on: occurredOn(event),
  by: event.actor,
  ...(event.paper === undefined ? {} : { enteredFor: event.paper.enteredFor }),
  data: event.data,
});
