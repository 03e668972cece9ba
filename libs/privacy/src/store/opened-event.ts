import type { StoredEvent } from '@duban/event-store';
import type { JsonObject, JsonValue } from '@duban/kernel';
import { isEnvelope, openText } from '../field/envelope.ts';
import { pointerOf } from '../field/field-path.ts';
import type { Keyring } from '../vault/vault.port.ts';
import { openDigest, isSealedDigest } from './sealed-digest.ts';

type Open = (envelope: Parameters<typeof openText>[1], path: readonly string[]) => string;

/** The same value where nothing is encrypted in it, else a copy with every envelope opened; nothing is altered. */
const opened = (value: JsonValue, path: string[], open: Open): JsonValue => {
  if (typeof value !== 'object' || value === null) return value;
  if (isEnvelope(value)) return open(value, path);
  let copy: Record<string, JsonValue> | JsonValue[] | null = null;
  const members = value as Readonly<Record<string, JsonValue>>;
  for (const name of Object.keys(members)) {
    const before = members[name] ?? null;
    if (typeof before !== 'object' || before === null) continue;
    path.push(name);
    const after = opened(before, path, open);
    path.pop();
    if (after === before) continue;
    copy ??= Array.isArray(value) ? [...(value as readonly JsonValue[])] : { ...members };
    // An own member, also where it is called `__proto__`.
    Object.defineProperty(copy, name, { value: after, enumerable: true, writable: true, configurable: true });
  }
  return copy ?? value;
};

/** The same value with something else in place of every envelope; nothing is altered. */
export const withoutEnvelopes = (value: JsonValue, instead: () => string): JsonValue =>
  opened(value, [], instead);

/** Few readers ask for it, and opening costs more than reading: opened when it is asked for. */
const withDigestInTurn = (keyring: Keyring, metadata: StoredEvent['metadata']): StoredEvent['metadata'] => {
  const { commandDigest, commandId } = metadata;
  if (!isSealedDigest(commandDigest)) return metadata;
  return {
    ...metadata,
    get commandDigest() {
      return openDigest(keyring, commandDigest, commandId);
    },
  };
};

/** A stored event as folds and people may read it; the same object where nothing in it is sealed. */
export const openedEvent = (keyring: Keyring, event: StoredEvent): StoredEvent => {
  const data = opened(event.data, [], (envelope, path) =>
    openText(keyring, envelope, event.id + pointerOf(path)),
  );
  const metadata = withDigestInTurn(keyring, event.metadata);
  if (data === event.data && metadata === event.metadata) return event;
  return { ...event, data: data as JsonObject, metadata };
};
