import { CodedError, LOG_START, parsePosition, type Position } from '@duban/kernel';

/** Where a list over cases goes on: after the case opened here, leaving out what the next one gave already. */
export type PageMark = { readonly after: Position; readonly skip: number };

export const writeMark = (list: string, { after, skip }: PageMark): string =>
  Buffer.from(JSON.stringify([list, after, skip])).toString('base64url');

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
};

/** @throws CodedError `cursor.invalid` for text that was not made here, or for another list */
export const readMark = (list: string, cursor: string | undefined): PageMark => {
  if (cursor === undefined) return { after: LOG_START, skip: 0 };
  const mark = parsed(cursor);
  const [name, place, skip] = Array.isArray(mark) ? (mark as unknown[]) : [];
  const after = typeof place === 'string' ? parsePosition(place) : null;
  if (name === list && after !== null && typeof skip === 'number' && Number.isSafeInteger(skip) && skip >= 0)
    return { after, skip };
  throw new CodedError('cursor.invalid', 'this cursor was not made for this list: begin with the first page');
};
