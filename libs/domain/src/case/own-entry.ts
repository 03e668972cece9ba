/**
 * The entry that was put under this key, if any. Ids come from outside, and a plain look-up would answer `constructor`
 * or `toString` with what every object inherits.
 */
export const ownEntry = <Value>(
  entries: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined => (entries !== undefined && Object.hasOwn(entries, key) ? entries[key] : undefined);
