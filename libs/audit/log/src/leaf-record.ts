import type { StoredEvent } from '@duban/event-store';
import { digestOf, type HashName } from './hash-name.ts';
import { jcs } from './jcs.ts';

/**
 * What the log of proofs keeps of an event: enough to find it and to recognise its bytes, nothing of its content.
 * Storage format, version 1 (standards: RFC 8785 over exactly these members).
 */
export type LeafRecord = {
  readonly v: 1;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly id: string;
  readonly type: string;
  /** `recordedAt` of the event. */
  readonly recorded: string;
  /** `<hash name>:<hex>` of the canonical stored event, with personal text still encrypted. */
  readonly digest: string;
};

/** RFC 8785 of the stored form: the members of the store port and no derived ones that an adapter may add. */
export const canonicalEvent = (event: StoredEvent): string => {
  const { id, type, schemaVersion, data, metadata, stream, revision, position } = event;
  return jcs({ id, type, schemaVersion, data, metadata, stream, revision, position });
};

/** The entry whose hash is the leaf: RFC 8785 of a {@link LeafRecord}. */
export const leafEntry = (event: StoredEvent, hash: HashName): string => {
  const leaf: LeafRecord = {
    v: 1,
    stream: event.stream,
    revision: event.revision,
    position: event.position,
    id: event.id,
    type: event.type,
    recorded: event.metadata.recordedAt,
    digest: digestOf(canonicalEvent(event), hash),
  };
  return jcs(leaf);
};
