import type { Decider, JsonObject, Message, Recorded } from '@duban/kernel';
import { encodeEvent, type DubanEvent } from '@duban/contracts';
import type { StoredEvent } from '@duban/event-store';

/** How one decider meets the log: which stream, and how its events are written and read. */
export type StreamKind<State, Command extends Message, Event extends Message, Reason extends string> = {
  readonly decider: Decider<State, Command, Event, Reason>;
  /** Refuses what its schema does not know (`event.schema`). */
  readonly encode: (event: Event) => {
    readonly type: string;
    readonly schemaVersion: number;
    readonly data: JsonObject;
  };
  /** Through the upcasters; stops at a version newer than this program (`event.version-unknown`). */
  readonly decode: (stored: StoredEvent) => Recorded<Event>;
};

/** Encodes through the event registry; the type name is the event's own literal. */
export const encodeThroughRegistry = (
  event: DubanEvent,
): { readonly type: string; readonly schemaVersion: number; readonly data: JsonObject } => ({
  type: event.type,
  ...encodeEvent(event),
});
