import type { RequestFault } from '@duban/nest';

/** Names that every JavaScript object answers to: as an id of something they would find what nobody stored. */
const RESERVED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Every place of a command's data where such a name stands. */
export const reservedNames = (data: unknown, pointer = ''): readonly RequestFault[] => {
  if (typeof data === 'string') {
    const detail = 'this word is reserved; use another id';
    return RESERVED.has(data) ? [{ pointer, code: 'validation.reserved-word', detail }] : [];
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => reservedNames(value, `${pointer}/${key}`));
};
