import canonicalize from 'canonicalize';
import { CodedError } from '@duban/kernel';

const refuse = (what: string): CodedError => new CodedError('jcs.refused', what);

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const isScalar = (value: unknown): boolean => {
  const kind = typeof value;
  return value === null || kind === 'string' || kind === 'number' || kind === 'boolean';
};

/** What `canonicalize` would drop or rewrite in silence: undefined members, Map, Set, Date, class instances, toJSON. */
const firstForeign = (root: unknown): string | null => {
  const waiting: unknown[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (isScalar(value)) continue;
    if (typeof value !== 'object' || value === null) return typeof value;
    if (!Array.isArray(value) && !isPlain(value)) return Object.prototype.toString.call(value);
    for (const member of Object.values(value) as unknown[]) {
      if (member === undefined) return 'undefined';
      if (!isScalar(member)) waiting.push(member);
    }
  }
  return null;
};

/**
 * RFC 8785 text of a JSON value. Numbers are doubles, whatever their size: the writer decides what may be stored, and
 * what was stored must be sealed.
 * @throws CodedError `jcs.refused` for NaN, Infinity, lone surrogates and everything that JSON does not have.
 */
export const jcs = (value: unknown): string => {
  const foreign = firstForeign(value);
  if (foreign !== null) throw refuse(foreign);
  try {
    return canonicalize(value) ?? '';
  } catch (error) {
    throw new CodedError('jcs.refused', error instanceof Error ? error.message : 'not JSON', {
      cause: error,
    });
  }
};
