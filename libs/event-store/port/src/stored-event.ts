import type { Actor, Basis, JsonObject, LaterMembers, Position } from '@duban/kernel';

/** What is known about an event besides its content (contracts.md section 1). `recordedAt` is set by the store. */
export type EventMetadata = LaterMembers & {
  readonly commandId: string;
  /** SHA-256 (hex) of the canonical command and its sender: the same key with another body is refused (E26). */
  readonly commandDigest: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: Actor;
  readonly onBehalfOf: string | null;
  readonly basis: Basis;
  /** Legal time, ISO 8601 with the offset it was given in. */
  readonly occurredAt: string;
  readonly ruleSet: string | null;
  readonly calendar: string | null;
  readonly traceparent?: string;
};

/** `id` is UUIDv5 of command id and index, so an append repeated after an unknown outcome is recognised. */
export type NewEvent = {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
  readonly metadata: EventMetadata;
};

export type StoredEvent = Omit<NewEvent, 'metadata'> & {
  readonly stream: string;
  /** Place in the stream, from 0, without holes. */
  readonly revision: number;
  readonly position: Position;
  /** `recordedAt`: clock of the append, UTC with milliseconds, never earlier than its predecessor in the log. */
  readonly metadata: EventMetadata & { readonly recordedAt: string };
};
