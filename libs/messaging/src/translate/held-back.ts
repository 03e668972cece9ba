import { hash } from 'node:crypto';
import type { StoredEvent } from '@duban/event-store';
import { markerName, schemaPath } from '@duban/contracts';
import { CATEGORIES, type CloudEvent, type PublicMessage } from './cloud-event.ts';

/** A UUID (version 8) that the same words always make. */
const uuidOf = (words: string): string => {
  const digits = hash('sha256', words);
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map(([from, to]) => digits.slice(from, to));
  return `${a ?? ''}-${b ?? ''}-8${c ?? ''}-a${d ?? ''}-${e ?? ''}`;
};

/**
 * What is told of an event while its case is restricted: that there is one, under its id and sequence. No text, no organ, no item, no
 * reason, and no time but that of the recording, which the envelope asks for.
 */
export const markerOf = ({ topic, event }: PublicMessage): PublicMessage => {
  const { id, source, recordedtime, datacontenttype, partitionkey, sequence, position } = event;
  const name = markerName(CATEGORIES[topic].category);
  return {
    topic,
    event: {
      specversion: '1.0',
      ...{ id, source, type: name, subject: partitionkey },
      ...{ time: recordedtime, recordedtime, datacontenttype, dataschema: schemaPath(name) },
      ...{ partitionkey, sequence, position, correlationid: id, causationid: id },
      data: { restricted: true },
    },
  };
};

/**
 * What was held back, once its case is restricted no more: under an id of its own, since the marker has that of the event, and in a
 * source of its own, since the sequence of the case has gone on.
 */
export const releasedOf = ({ topic, event }: PublicMessage, lifting: StoredEvent): PublicMessage => {
  const released: CloudEvent = {
    ...event,
    id: uuidOf(`released ${event.id}`),
    source: `${event.source}/released`,
    releasedby: lifting.id,
  };
  return { topic, event: released };
};
