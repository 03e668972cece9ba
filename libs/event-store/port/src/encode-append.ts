import { CodedError } from '@duban/kernel';
import type { NewEvent } from './stored-event.ts';
import { strictJson, strictText } from './strict-json.ts';

/** UTF-8 bytes of `data` and `metadata` together; the limit of the smallest store that we support. */
export const LARGEST_EVENT_BYTES = 1_048_576;

/** An event as text, so that nothing that happens to the caller's objects can change what is stored. */
export type EncodedEvent = {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly metadata: string;
};

/** One append, checked and turned into text. */
export type EncodedAppend = {
  readonly stream: string;
  readonly commandId: string;
  readonly commandDigest: string;
  readonly events: readonly EncodedEvent[];
};

const encodeEvent = (event: NewEvent, stream: string): EncodedEvent => {
  const path = `${stream}: ${event.type}`;
  const data = strictJson(event.data, `${path}.data`);
  const metadata = strictJson(event.metadata, `${path}.metadata`);
  const bytes = Buffer.byteLength(data) + Buffer.byteLength(metadata);
  if (bytes > LARGEST_EVENT_BYTES) {
    throw new CodedError(
      'event.unserialisable',
      `${path} has ${bytes} bytes, more than ${LARGEST_EVENT_BYTES}`,
    );
  }
  if (!Number.isSafeInteger(event.schemaVersion) || event.schemaVersion < 1) {
    throw new CodedError('event.unserialisable', `${path} has schema version ${event.schemaVersion}`);
  }
  return {
    id: strictText(event.id, `${path}.id`),
    type: strictText(event.type, `${path}.type`),
    schemaVersion: event.schemaVersion,
    data,
    metadata,
  };
};

/**
 * Checks an append before anything of it reaches a store; every adapter calls this first.
 * @throws CodedError `event.unserialisable`, `append.empty`, `append.mixed-commands`
 */
export const encodeAppend = (stream: string, events: readonly NewEvent[]): EncodedAppend => {
  const first = events[0];
  if (first === undefined) {
    throw new CodedError('append.empty', `nothing to append to ${stream}: an empty decision needs no append`);
  }
  const { commandId, commandDigest } = first.metadata;
  if (events.some(({ metadata: m }) => m.commandId !== commandId || m.commandDigest !== commandDigest)) {
    throw new CodedError('append.mixed-commands', `the events for ${stream} come from more than one command`);
  }
  return {
    stream: strictText(stream, 'the stream name'),
    commandId: strictText(commandId, `${stream}: commandId`),
    commandDigest: strictText(commandDigest, `${stream}: commandDigest`),
    events: events.map((event) => encodeEvent(event, stream)),
  };
};
