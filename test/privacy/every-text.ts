import type { JsonValue } from '@duban/kernel';
import type { FieldsOf, PersonalField } from '@duban/privacy';

/** Base64 of a ciphertext takes a third more than the text, so what fills an event to its limit cannot be encrypted. */
const LONGEST = 262_144;

const textsIn = (value: JsonValue, path: readonly string[], persons: readonly string[]): PersonalField[] => {
  if (typeof value === 'string') return value.length > LONGEST ? [] : [{ path, persons }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Readonly<Record<string, JsonValue>>).flatMap(([name, inner]) =>
    textsIn(inner, [...path, name], persons),
  );
};

/** Takes every text of every event for personal, so that a suite written for plain stores exercises encryption. */
export const everyText: FieldsOf = ({ data, metadata }) => textsIn(data, [], [metadata.actor.id]);
