import type { StoredEvent } from '@duban/event-store';
import { CodedError } from '@duban/kernel';

/** Where heads of the log of events are written down, in that log itself; see `checkpoint.events.ts` of the contracts. */
export const RECORDED_STREAM = 'checkpoint-events';

/** What a record says of itself. It is judged, not believed: whoever can write to the log can write one. */
export type RecordedCheckpoint = {
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly rootHash: string;
  readonly note: string;
  readonly verifierKeys: readonly string[];
};

const KNOWN_VERSION = 1;

const isRecorded = (data: Partial<Record<keyof RecordedCheckpoint, unknown>>): data is RecordedCheckpoint =>
  typeof data.origin === 'string' &&
  typeof data.size === 'number' &&
  typeof data.rootHash === 'string' &&
  typeof data.note === 'string' &&
  Array.isArray(data.verifierKeys) &&
  data.verifierKeys.every((key) => typeof key === 'string');

export const nameOfRecord = ({ stream, revision }: StoredEvent): string => `${stream}@${String(revision)}`;

/** @throws CodedError `audit.note-forged` for another shape, `event.version-unknown` for a record of a newer release */
export const recordedOf = (event: StoredEvent): RecordedCheckpoint => {
  const { type, schemaVersion, data } = event;
  if (schemaVersion > KNOWN_VERSION) {
    throw new CodedError('event.version-unknown', `${type} ${String(schemaVersion)}: run a newer release`);
  }
  if (type === 'CheckpointSealed' && isRecorded(data)) return data;
  throw new CodedError('audit.note-forged', `${nameOfRecord(event)} is no checkpoint`);
};
