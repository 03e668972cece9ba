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
export const leafEntry = (event: StoredEvent, hash: HashName, text = canonicalEvent(event)): string => {
  // Members in RFC 8785 order, and well-formed because the digest's text is: plain JSON is canonical here.
  const leaf: LeafRecord = {
    digest: digestOf(text, hash),
    id: event.id,
    position: event.position,
    recorded: event.metadata.recordedAt,
    revision: event.revision,
    stream: event.stream,
    type: event.type,
    v: 1,
  };
  return JSON.stringify(leaf);
};
