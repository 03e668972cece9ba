import { type AppendResult, type NewEvent, numberedPosition, type StoredEvent } from '@duban/event-store';

export type AppendedAt = {
  readonly firstPosition: number;
  readonly firstRevision: number;
  readonly recordedAt: string;
};

/** The events as a read would give them, without reading them. */
export const asStored = (
  stream: string,
  events: readonly NewEvent[],
  at: AppendedAt,
): readonly StoredEvent[] =>
  events.map((event, index) => ({
    id: event.id,
    stream,
    revision: at.firstRevision + index,
    position: numberedPosition(at.firstPosition + index),
    type: event.type,
    schemaVersion: event.schemaVersion,
    data: event.data,
    metadata: { ...event.metadata, recordedAt: at.recordedAt },
  }));

export const written = (outcome: 'appended' | 'repeated', events: readonly StoredEvent[]): AppendResult => {
  const last = events.at(-1);
  if (last === undefined) throw new RangeError('an append writes at least one event');
  return { outcome, events, revision: last.revision, position: last.position };
};
