import type { JSONEventData } from '@eventstore/db-client';
import { CodedError, type JsonObject } from '@duban/kernel';
import type { EncodedAppend, StoredEvent } from '@duban/event-store';
import { damaged } from './client-faults.ts';
import { isKnown, positionOf } from './log-place.ts';
import type { RawEvent } from './page-reader.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** @throws CodedError `event.unserialisable`: the server takes nothing but UUIDs, and gives them back in lower case. */
export const checkIds = ({ stream, events }: EncodedAppend): void => {
  const wrong = events.find(({ id }) => !UUID.test(id));
  if (wrong === undefined) return;
  throw new CodedError(
    'event.unserialisable',
    `an event for ${stream} has the id ${wrong.id}, which is no UUID`,
  );
};

/** `writeId` tells this append from an earlier one of the same command, which the server acknowledges alike. */
export type Stamp = { readonly recordedAt: string; readonly writeId: string };

/** An event with what only this adapter wants to know of it. */
export type Kept = { readonly event: StoredEvent; readonly writeId: string };

/**
 * The events as the client takes them. Their content was turned into text before and is inert (no toJSON, no BigInt),
 * so nothing can throw inside the client; schema version and time of recording travel in the metadata.
 */
export const toProposals = (append: EncodedAppend, stamp: Stamp): JSONEventData[] =>
  append.events.map(({ id, type, schemaVersion, data, metadata }) => ({
    id,
    contentType: 'application/json',
    type,
    data: JSON.parse(data) as Record<string, unknown>,
    metadata: { ...(JSON.parse(metadata) as JsonObject), schemaVersion, ...stamp },
  }));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array);

/** @throws CodedError `log.unavailable` for an event in a stream of ours that is not ours, `log.server-too-old` */
export const toKept = (raw: RawEvent, prefix: string): Kept => {
  const { id, type, data, metadata, position } = raw;
  const stream = raw.streamId.slice(prefix.length);
  const revision = Number(raw.revision);
  if (!isKnown(position)) {
    throw new CodedError(
      'log.server-too-old',
      'EventStoreDB tells no positions of stream reads; use 22.10 or newer',
    );
  }
  if (!raw.isJson || !isObject(data) || !isObject(metadata)) {
    throw damaged(`event ${revision} of ${stream} was not written by this program`);
  }
  const { schemaVersion, writeId, ...rest } = metadata;
  if (typeof schemaVersion !== 'number' || typeof writeId !== 'string') {
    throw damaged(`event ${revision} of ${stream} was not written by this program`);
  }
  const place = { stream, revision, position: positionOf(position) };
  const event = { id, type, schemaVersion, ...place, data: data as JsonObject };
  return { event: { ...event, metadata: rest as StoredEvent['metadata'] }, writeId };
};

export const toStored = (raw: RawEvent, prefix: string): StoredEvent => toKept(raw, prefix).event;
