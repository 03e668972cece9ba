import type { EventReader } from './event-reader.port.ts';
import type { StoredEvent } from './stored-event.ts';

const PAGE = 512;

/** A whole stream, from its first event; empty where there is none. In memory: for streams as long as a case. */
export const readWholeStream = async (
  reader: Pick<EventReader, 'readStream'>,
  stream: string,
): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for (let next: number | null = 0; next !== null;) {
    const page = await reader.readStream(stream, { from: next, limit: PAGE });
    events.push(...page.events);
    next = page.next;
  }
  return events;
};
