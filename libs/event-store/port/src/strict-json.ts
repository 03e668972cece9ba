import { CodedError } from '@duban/kernel';

const refuse = (path: string, problem: string): never => {
  throw new CodedError('event.unserialisable', `${path} ${problem}; store plain JSON values only`);
};

const checkText = (text: string, path: string): void => {
  if (!text.isWellFormed()) refuse(path, 'holds half of a surrogate pair');
};

const checkObject = (value: object, path: string): void => {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null && !isForeignPlain(prototype)) {
    refuse(path, 'is an instance of a class, which would come back as something else');
  }
  for (const key in value) {
    if (!key.isWellFormed()) refuse(path, 'has a key with half of a surrogate pair');
    check((value as Record<string, unknown>)[key], path);
  }
};

/** A plain object of another realm (a worker's, a test runner's): its prototype is an `Object.prototype` too. */
const isForeignPlain = (prototype: unknown): boolean =>
  Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'hasOwnProperty');

const check = (value: unknown, path: string): void => {
  switch (typeof value) {
    case 'string':
      checkText(value, path);
      return;
    case 'number':
      if (!Number.isFinite(value)) refuse(path, `holds ${value}`);
      return;
    case 'boolean':
      return;
    case 'object':
      if (value === null) return;
      if (Array.isArray(value)) for (const item of value as unknown[]) check(item, path);
      else checkObject(value, path);
      return;
    case 'undefined':
    case 'function':
    case 'symbol':
    case 'bigint':
      refuse(path, `holds a value of type ${typeof value}`);
  }
};

/**
 * The JSON text of a value that comes back exactly as it was (only -0 becomes 0).
 * @throws CodedError `event.unserialisable`
 */
export const strictJson = (value: object, path: string): string => {
  try {
    const text = JSON.stringify(value);
    check(value, path);
    return text;
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('event.unserialisable', `${path} is no JSON value (BigInt, cycle or too deep)`, {
      cause,
    });
  }
};

/** @throws CodedError `event.unserialisable` */
export const strictText = (text: string, path: string): string => {
  if (typeof text !== 'string' || text === '') refuse(path, 'must be a text that is not empty');
  checkText(text, path);
  return text;
};
