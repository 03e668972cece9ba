import canonicalize from 'canonicalize';
import { CodedError } from '@duban/kernel';

const refuse = (what: string): CodedError => new CodedError('jcs.refused', what);

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** What `canonicalize` would drop or rewrite in silence: undefined members, Map, Set, Date, class instances, toJSON. */
const firstForeign = (root: unknown): string | null => {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'object' && value !== null) {
      if (!Array.isArray(value) && !isPlain(value)) return Object.prototype.toString.call(value);
      if (Object.keys(value).some((key) => !key.isWellFormed())) return 'a lone surrogate in a key';
      waiting.push(...(Object.values(value) as unknown[]));
    } else if (!['string', 'number', 'boolean', 'object'].includes(typeof value)) return typeof value;
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
