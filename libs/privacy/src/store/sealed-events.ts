import type { NewEvent } from '@duban/event-store';
import { CodedError, type JsonObject, type JsonValue } from '@duban/kernel';
import { isEnvelope, sealText } from '../field/envelope.ts';
import { changedAt, pointerOf } from '../field/field-path.ts';
import type { FieldsOf, PersonalField } from '../field/personal-fields.ts';
import type { Keyring } from '../vault/vault.port.ts';
import { sealDigest } from './sealed-digest.ts';

/** `case-17` belongs to the subject `case:17`, and so with every kind of stream. */
const streamSubject = (stream: string): string => stream.replace('-', ':');

const subjectsOf = (stream: string, persons: readonly string[]): readonly string[] => [
  streamSubject(stream),
  ...[...new Set(persons)].sort(),
];

/** Nobody may write what a reader would take for an encrypted field. */
const refuseEnvelopes = (value: JsonValue, type: string): void => {
  if (typeof value !== 'object' || value === null) return;
  if (isEnvelope(value)) {
    throw new CodedError(
      'privacy.envelope-given',
      `${type} holds an object in the form of an encrypted field`,
    );
  }
  for (const inner of Object.values(value as JsonObject)) refuseEnvelopes(inner, type);
};

/**
 * The digest of a command by which somebody with the log could test guesses of a text is sealed under all keys of its
 * texts; that of a command that wrote no personal text tells nothing and stays as it is.
 */
const sealedDigest = (
  keyring: Keyring,
  stream: string,
  { commandId, commandDigest }: NewEvent['metadata'],
  fields: readonly PersonalField[],
): string => {
  if (fields.length === 0) return commandDigest;
  const ring = keyring.ringFor(
    subjectsOf(
      stream,
      fields.flatMap(({ persons }) => persons),
    ),
  );
  return sealDigest(ring, commandDigest, commandId);
};

/** Encrypts what an append says of people. */
export const sealedEvents = (
  keyring: Keyring,
  fieldsOf: FieldsOf,
  stream: string,
  events: readonly NewEvent[],
): readonly NewEvent[] => {
  const found = events.map((event) => ({ event, fields: fieldsOf(event) }));
  const all = found.flatMap(({ fields }) => fields);
  const seal = (data: JsonValue, id: string, { path, persons }: PersonalField): JsonValue => {
    const ring = keyring.ringFor(subjectsOf(stream, persons));
    return changedAt(data, path, (text) => sealText(ring, id + pointerOf(path), text));
  };
  let commandDigest: string | null = null;
  return found.map(({ event, fields }) => {
    refuseEnvelopes(event.data, event.type);
    // All events of a command carry one digest.
    commandDigest ??= sealedDigest(keyring, stream, event.metadata, all);
    const data = fields.reduce<JsonValue>((sealed, field) => seal(sealed, event.id, field), event.data);
    return { ...event, data: data as JsonObject, metadata: { ...event.metadata, commandDigest } };
  });
};
