import type { Message, Recorded } from '@duban/kernel';
import { decodeEvent } from '@duban/contracts';
import type { StoredEvent } from '@duban/event-store';

/** A stored event as folds take it: upcast to its latest version, with the facts of its recording. */
export const recordedAs = <Event extends Message>(stored: StoredEvent): Recorded<Event> => {
  const { type, data } = decodeEvent(stored);
  const { occurredAt, recordedAt, actor } = stored.metadata;
  return {
    type,
    data,
    id: stored.id,
    revision: stored.revision,
    occurredAt,
    recordedAt,
    actor,
  } as Recorded<Event>;
};
