import { hasCode } from '@duban/kernel';
import type { StoredEvent } from '@duban/event-store';
import { entryOf, stepOf, type LogEntry, type Projection, type Step } from '@duban/projections';
import type { TableWriters } from '../store/table-writers.ts';
import type { DocumentCache } from './document-cache.ts';
import { ALL_PROJECTIONS, type Parking, type Pointer } from './parking.ts';

/** Faults of the release or of the log, not of one case: the reader stops and keeps its position (E43). */
const STOPPING = ['event.version-unknown', 'event.type-unknown', 'projection.revision-gap'];

export type Folding = {
  readonly projections: readonly Projection[];
  readonly documents: DocumentCache;
  readonly writers: TableWriters;
  readonly parking: Parking;
};

export const isStopping = (error: unknown): boolean => STOPPING.some((code) => hasCode(error, code));

const pointerTo = ({ stream, revision, position }: StoredEvent, ordinal: number): Pointer => ({
  stream,
  revision,
  ordinal,
  position,
});

/** The step, or null after the stream was parked for all. */
const stepInto = ({ documents, parking }: Folding, stored: StoredEvent, ordinal: number): Step | null => {
  try {
    const step = stepOf(documents.get(stored.stream, ordinal), entryOf(stored, ordinal));
    documents.set(step.after);
    return step;
  } catch (error) {
    if (isStopping(error)) throw error;
    parking.park(ALL_PROJECTIONS, pointerTo(stored, ordinal), error);
    return null;
  }
};

/** All changes of a projection for one event, or none of them. */
export const applyStep = (writers: TableWriters, projection: Projection, step: Step): void => {
  writers.apply(projection.project(step), step.entry);
};

const project = ({ projections, writers, parking }: Folding, step: Step, entry: LogEntry): void => {
  const { stream } = entry.stored;
  for (const projection of projections) {
    if (parking.isParked(stream, projection.name)) continue;
    try {
      applyStep(writers, projection, step);
    } catch (error) {
      const pointer = { ...entry.stored, ordinal: entry.ordinal };
      parking.park(projection.name, pointer, error);
    }
  }
};

/** One event into the buffers of the page. Streams that wait only get a pointer more. */
export const foldEvent = (folding: Folding, stored: StoredEvent, ordinal: number): void => {
  const { parking } = folding;
  if (!parking.isParked(stored.stream, ALL_PROJECTIONS)) {
    const step = stepInto(folding, stored, ordinal);
    if (step !== null) project(folding, step, step.entry);
  }
  if (parking.isWaiting(stored.stream)) parking.queue(pointerTo(stored, ordinal));
};
