import { eventRegistry, publicName, schemaPath } from '@duban/contracts';
import type { StoredEvent } from '@duban/event-store';
import { markerOf, TOPICS, translateAsEverSent, type CloudEvent } from '@duban/messaging';
import { goldenStreams } from '../replay/golden-files.ts';

const TENANT = 'cq-npcsc';

/** As it went out when its version was the newest: today's release translates everything to the newest. */
const asSent = (stored: StoredEvent, event: CloudEvent): CloudEvent => {
  const entry = eventRegistry.get(stored.type);
  if (entry === undefined || stored.schemaVersion === entry.latest) return event;
  const name = publicName(entry.category, entry.type, stored.schemaVersion);
  return { ...event, type: name, dataschema: schemaPath(name), data: stored.data };
};

/** Topics in which a marker stands for an event of a restricted case. */
const MARKED = [TOPICS.case, TOPICS.survey];

const sent = goldenStreams
  .flatMap(({ events }) => events)
  .flatMap((stored): readonly CloudEvent[] => {
    const message = translateAsEverSent(stored, TENANT);
    if (message === 'private') return [];
    const isMarked = MARKED.some((topic) => topic === message.topic);
    return [asSent(stored, message.event), ...(isMarked ? [markerOf(message).event] : [])];
  });

/** The first golden event of every public type and version, as it is sent. */
export const messageExamples: ReadonlyMap<string, CloudEvent> = new Map(
  sent.toReversed().map((event) => [event.type, event]),
);
