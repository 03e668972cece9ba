import type { Actor, JsonObject, LaterMembers, Recorded } from '@duban/kernel';
import { CodedError } from '@duban/kernel';
import { decodeLaterMembers } from '../envelope/later-members.ts';
import { createEventCodec } from './event-codec.ts';
import { eventEntries } from './event-registry.ts';
import type { DubanEvent, EventsByCategory, StreamCategory } from './event-types.ts';

/** What a stored event has at least; `StoredEvent` of the store port is one. */
export type StoredShape = {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
  readonly revision: number;
  readonly metadata: LaterMembers & {
    readonly occurredAt: string;
    readonly recordedAt: string;
    readonly actor: Actor;
  };
};

/** A stored event in its newest shape: what folds read, and beside it whatever the store returned (`stream`, `position`). */
export type Decoded<Event extends DubanEvent, Stored extends StoredShape> = Recorded<Event> &
  Omit<Stored, 'type' | 'data' | 'schemaVersion' | 'id' | 'revision'>;

const codec = createEventCodec(eventEntries);

export const encodeEvent = (
  event: DubanEvent,
): { readonly schemaVersion: number; readonly data: JsonObject } => codec.encode(event);

const decoded = (stored: StoredShape): object => {
  const { schemaVersion: _, ...rest } = stored;
  const { occurredAt, recordedAt, actor } = stored.metadata;
  const said = { occurredAt, recordedAt, actor, ...decodeLaterMembers(stored.metadata) };
  return { ...rest, data: codec.decode(stored), ...said };
};

/**
 * The one place, with {@link decodeEventOf}, where stored data is believed to be what its type name and version say.
 * @throws CodedError `event.version-unknown`, `event.type-unknown`: stop reading, never skip.
 */
export const decodeEvent = <Stored extends StoredShape>(stored: Stored): Decoded<DubanEvent, Stored> =>
  decoded(stored) as Decoded<DubanEvent, Stored>;

/**
 * Decodes events of one kind of stream, typed for its decider.
 * @throws CodedError `event.wrong-stream` for an event that lives in another kind.
 */
export const decodeEventOf =
  <Category extends StreamCategory>(category: Category) =>
  <Stored extends StoredShape>(stored: Stored): Decoded<EventsByCategory[Category], Stored> => {
    const { category: actual } = codec.entryOf(stored.type);
    if (actual === category) return decoded(stored) as Decoded<EventsByCategory[Category], Stored>;
    throw new CodedError(
      'event.wrong-stream',
      `${stored.type} belongs to ${actual} streams, not to ${category}`,
    );
  };
