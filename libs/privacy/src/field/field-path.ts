import type { JsonValue } from '@duban/kernel';
import type { PathPattern } from '@duban/contracts';

/** A place in event data, step by step. */
export type FieldPath = readonly string[];

/** RFC 6901. */
export const pointerOf = (path: FieldPath): string =>
  path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

type Container = Readonly<Record<string, JsonValue>>;

const isContainer = (value: JsonValue | undefined): value is JsonValue & object =>
  typeof value === 'object' && value !== null;

/** The places that a pattern names in this data and that hold a text; an empty text hides nothing. */
export const textsAt = (
  value: JsonValue | undefined,
  pattern: PathPattern,
  path: FieldPath = [],
): FieldPath[] => {
  const [step, ...rest] = pattern;
  if (step === undefined) return typeof value === 'string' && value !== '' ? [path] : [];
  if (!isContainer(value)) return [];
  const within = value as Container;
  const steps = step === '*' ? Object.keys(within) : [step];
  return steps.flatMap((name) =>
    Object.hasOwn(within, name) ? textsAt(within[name], rest, [...path, name]) : [],
  );
};

/** The value with one place changed; everything beside the way there is shared, and nothing is altered. */
export const changedAt = (
  value: JsonValue,
  path: FieldPath,
  change: (text: string) => JsonValue,
): JsonValue => {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? change(value) : value;
  if (!isContainer(value)) return value;
  const inner = changedAt((value as Container)[step] ?? null, rest, change);
  // An own member, also where it is called `__proto__`.
  return Array.isArray(value)
    ? (value as readonly JsonValue[]).with(Number(step), inner)
    : Object.fromEntries(Object.entries(value).map(([name, old]) => [name, name === step ? inner : old]));
};
