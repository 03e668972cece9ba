import { CodedError } from '@duban/kernel';
import type { NewEvent } from './stored-event.ts';
import { strictJson, strictText } from './strict-json.ts';

/** UTF-8 bytes of `data` and `metadata` together; the limit of the smallest store that we support. */
const LARGEST_EVENT_BYTES = 1_048_576;

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

/** A character takes three bytes at most (two UTF-16 units take four), so short texts need no counting. */
const isTooLarge = (data: string, metadata: string): boolean =>
  (data.length + metadata.length) * 3 > LARGEST_EVENT_BYTES &&
  Buffer.byteLength(data) + Buffer.byteLength(metadata) > LARGEST_EVENT_BYTES;

const encodeEvent = (event: NewEvent): EncodedEvent => {
  const { type, schemaVersion } = event;
  const data = strictJson(event.data, type);
  const metadata = strictJson(event.metadata, type);
  if (isTooLarge(data, metadata)) {
    throw new CodedError('event.unserialisable', `${type} has more than ${LARGEST_EVENT_BYTES} bytes`);
  }
  if (!Number.isSafeInteger(schemaVersion) || schemaVersion < 1) {
    throw new CodedError('event.unserialisable', `${type} has schema version ${schemaVersion}`);
  }
  return {
    id: strictText(event.id, 'the id'),
    type: strictText(type, 'the type'),
    schemaVersion,
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
    commandId: strictText(commandId, 'the command id'),
    commandDigest: strictText(commandDigest, 'the command digest'),
    events: events.map(encodeEvent),
  };
};
