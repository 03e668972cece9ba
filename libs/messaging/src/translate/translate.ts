import type { JsonObject } from '@duban/kernel';
import {
  classOf,
  decodeEvent,
  eventEntries,
  publicName,
  schemaPath,
  type DubanEvent,
  type DubanEventType,
  type EventEntry,
} from '@duban/contracts';
import type { StoredEvent } from '@duban/event-store';
import { groundAttributes } from './ground-attributes.ts';
import { CATEGORIES, type CloudEvent, type PublicMessage, type Topic } from './cloud-event.ts';
import { describedTopicOf, publicationOf } from './publications.ts';

const SEQUENCE_DIGITS = 20;

const latest = new Map<string, EventEntry['latest']>(eventEntries.map((entry) => [entry.type, entry.latest]));

/** Only what an event names itself: one item, or none where it concerns several or the whole case. */
const itemOf = (data: object): string | null =>
  'itemId' in data && typeof data.itemId === 'string' ? data.itemId : null;

/** The version in the name is that of the data, which is always the newest: a changed payload is another type. */
const nameOf = (topic: Topic, type: DubanEventType): string =>
  publicName(CATEGORIES[topic].category, type, latest.get(type) ?? 1);

const cloudEvent = (
  stored: StoredEvent,
  { type, data }: DubanEvent,
  topic: Topic,
  tenant: string,
): CloudEvent => {
  const { metadata } = stored;
  const id = stored.stream.slice(stored.stream.indexOf('-') + 1);
  const itemId = itemOf(data);
  const name = nameOf(topic, type);
  return {
    specversion: '1.0',
    id: stored.id,
    source: `/duban/${tenant}/${CATEGORIES[topic].plural}/${id}`,
    type: name,
    subject: itemId === null ? id : `${id}/${itemId}`,
    time: metadata.occurredAt,
    recordedtime: metadata.recordedAt,
    datacontenttype: 'application/json',
    dataschema: schemaPath(name),
    partitionkey: id,
    sequence: String(stored.revision).padStart(SEQUENCE_DIGITS, '0'),
    position: stored.position,
    correlationid: metadata.correlationId,
    causationid: metadata.causationId,
    ...(metadata.traceparent === undefined ? {} : { traceparent: metadata.traceparent }),
    ...groundAttributes(metadata),
    data: data as object as JsonObject,
  };
};

/**
 * A stored event as the message that the world may see, or `private`. Pure and total over the event union; consumers
 * get the newest version of the data, whatever version is stored.
 * @throws CodedError `event.version-unknown`, `event.type-unknown`: stop reading, never skip
 */
export const translate = (stored: StoredEvent, tenant: string): PublicMessage | 'private' => {
  const decoded: DubanEvent = decodeEvent(stored);
  // A correction repeats the words of what it corrects.
  const isPaper = classOf({ type: decoded.type, data: stored.data }) === 'office';
  const topic = isPaper ? 'private' : publicationOf(decoded.type);
  return topic === 'private' ? 'private' : { topic, event: cloudEvent(stored, decoded, topic, tenant) };
};

/** The same, and what an earlier release sent of events that are private by now: its messages are still there to be read. */
export const translateAsEverSent = (stored: StoredEvent, tenant: string): PublicMessage | 'private' => {
  const decoded: DubanEvent = decodeEvent(stored);
  const topic = describedTopicOf(decoded.type);
  return topic === 'private' ? 'private' : { topic, event: cloudEvent(stored, decoded, topic, tenant) };
};
