import type { DifferenceKind } from '@duban/contracts';
import type { JsonObject, JsonValue } from '@duban/kernel';
import { byName } from './element-identity.ts';

/** One place at which two values differ: the way to it, and what stands there on both sides; null for nothing. */
export type Difference = {
  readonly path: readonly string[];
  readonly kind: DifferenceKind;
  readonly before: JsonValue;
  readonly after: JsonValue;
};

/** Told as a whole: a day-by-day explanation is one statement, not thirty. */
const WHOLE: readonly string[] = ['steps'];

type Members = ReadonlyMap<string, JsonValue>;

const membersOf = (value: JsonValue): Members | null => {
  if (typeof value !== 'object' || value === null) return null;
  return Array.isArray(value)
    ? byName(value as readonly JsonValue[])
    : new Map(Object.entries(value as JsonObject));
};

const kindOf = (before: JsonValue, after: JsonValue): DifferenceKind => {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
};

const sameKind = (before: JsonValue, after: JsonValue): boolean =>
  Array.isArray(before) === Array.isArray(after);

const isText = (before: JsonValue, after: JsonValue): boolean =>
  JSON.stringify(before) === JSON.stringify(after);

const within = (before: Members, after: Members, path: readonly string[]): readonly Difference[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((name) =>
    differences(before.get(name) ?? null, after.get(name) ?? null, [...path, name]),
  );

/**
 * Where two JSON values differ, in the order of the first one's members and then of what the second one adds. Elements of
 * lists are matched by what they are, not by where they stand. Nothing, null and absent are the same. Parts that both
 * sides share are never looked into, and folds share nearly all of them.
 */
export function differences(
  before: JsonValue,
  after: JsonValue,
  path: readonly string[] = [],
): readonly Difference[] {
  if (before === after) return [];
  const from = membersOf(before);
  const to = membersOf(after);
  const whole = WHOLE.includes(path.at(-1) ?? '');
  if (from !== null && to !== null && sameKind(before, after) && !whole) return within(from, to, path);
  if (whole && isText(before, after)) return [];
  return [{ path, kind: kindOf(before, after), before, after }];
}

/** RFC 6901, with names where a plain pointer would have places. */
export const pointerOf = (path: readonly string[]): string =>
  path.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
