import type { EventReader, EventStore } from '@duban/event-store';

/**
 * The log as it is, and appends that only say what would have been: a dry run takes the very path of the real one and
 * writes nothing. Good for one command per stream.
 */
export const dryStore = (reader: EventReader): EventStore => ({
  readStream: (stream, options) => reader.readStream(stream, options),
  readLog: (options) => reader.readLog(options),
  head: () => reader.head(),
  findCommand: (stream, commandId) => reader.findCommand(stream, commandId),
  onAppended: (wake) => reader.onAppended(wake),
  append: async (stream, events, expected) => {
    const position = await reader.head();
    const before = typeof expected === 'number' ? expected : -1;
    const recordedAt = events[0]?.metadata.occurredAt ?? '';
    const stored = events.map((event, index) => ({
      ...event,
      stream,
      revision: before + 1 + index,
      position,
      metadata: { ...event.metadata, recordedAt },
    }));
    return { outcome: 'appended', events: stored, revision: before + events.length, position };
  },
  close: async () => undefined,
});
