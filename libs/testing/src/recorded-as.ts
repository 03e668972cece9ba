import type { Message, Recorded } from '@duban/kernel';
import { countingIds } from './counting-ids.ts';
import { officer } from './fixed-context.ts';

const AT = '2026-03-05T09:00:00+08:00';

/** The events as a store would hand them back: counted, stamped and in order. */
export const recordedAs = <Event extends Message>(
  events: readonly Event[],
  occurredAt = AT,
): Recorded<Event>[] => {
  const ids = countingIds('event');
  const recordedAt = new Date(occurredAt).toISOString();
  return events.map((event, revision) => ({
    ...event,
    id: ids.next(),
    revision,
    occurredAt,
    recordedAt,
    decidedOn: recordedAt.slice(0, 10),
    actor: officer,
  }));
};
