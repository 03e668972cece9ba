import type { JsonObject, JsonValue } from '@duban/kernel';

/** What tells the elements of a list apart, first come first served: never the place in the list. */
const NAMES: readonly string[] = [
  'eventId',
  'id',
  'n',
  'reportNo',
  'listNo',
  'docNo',
  'archiveNo',
  'version',
  'planVersion',
  'digest',
  'itemId',
  'measureId',
  'assignmentId',
  'target',
  'dimension',
];

/** Members that hold the name of what they are part of. */
const PARTS: readonly string[] = ['submitted', 'request'];

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const named = (element: JsonObject): string | undefined => {
  for (const name of NAMES) {
    const value = element[name];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  const part = PARTS.map((name) => element[name]).find(isObject);
  return part === undefined ? undefined : named(part);
};

/** Lists without names (extensions, publications) only ever grow at the end: there, the place is the name. */
const nameOf = (element: JsonValue, index: number): string => {
  if (isObject(element)) return named(element) ?? String(index + 1);
  return typeof element === 'object' ? String(index + 1) : String(element);
};

/** A list as a dictionary of its elements; what has the same name twice is counted: `a`, `a#2`. */
export const byName = (list: readonly JsonValue[]): ReadonlyMap<string, JsonValue> => {
  const found = new Map<string, JsonValue>();
  list.forEach((element, index) => {
    const name = nameOf(element, index);
    let unique = name;
    for (let count = 2; found.has(unique); count += 1) unique = `${name}#${count}`;
    found.set(unique, element);
  });
  return found;
};
