import type { JsonObject, JsonValue } from '@duban/kernel';
import { isEnvelope } from './envelope.ts';

/** `k` of every encrypted text in the data of an event. */
export const ringsIn = (value: JsonValue): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (isEnvelope(value)) return [value.k];
  return Object.values(value as JsonObject).flatMap(ringsIn);
};
