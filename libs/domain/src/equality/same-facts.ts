const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Whether two JSON values state the same facts: the order of keys does not matter, the order of lists does. This is
 * how a decider tells a repeated command (decides nothing) from a contradicting one (refused).
 */
export const sameFacts = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (!isRecord(a) || !isRecord(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameFacts(a[key], b[key]))
  );
};
