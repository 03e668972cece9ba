import type { JsonValue } from '@duban/kernel';

/** Words a person wrote: a space or a letter outside ASCII. */
// eslint-disable-next-line no-control-regex -- the range of ASCII begins with control characters
const WRITTEN = /[^\x00-\x7f]| \S/;

/** Numbers of documents, registers and meetings such as `012/23`, as against dates, digests and ids that nobody types. */
const NUMBERED = /^(?!\d{4}-\d{2}-\d{2})[^:]{2,40}$/;
const isNumber = (text: string): boolean => /\d/.test(text) && NUMBERED.test(text);

const collect = (value: JsonValue, found: string[]): void => {
  if (typeof value === 'string') {
    if (WRITTEN.test(value) || isNumber(value)) found.push(value);
  } else if (Array.isArray(value)) {
    for (const part of value as readonly JsonValue[]) collect(part, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collect(part, found);
  }
};

/** Every written text and number of a payload, one a line: what full-text search finds an event by. */
export const freeText = (data: JsonValue): string => {
  const found: string[] = [];
  collect(data, found);
  return found.join('\n');
};
