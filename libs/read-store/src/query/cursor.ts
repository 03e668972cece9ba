import { CodedError } from '@duban/kernel';
import type { SqlValue } from '@duban/projections';

/** Where a page ended, as opaque text: the order it was made for and the values of its last row. */
export const writeCursor = (order: string, values: readonly SqlValue[]): string =>
  Buffer.from(JSON.stringify([order, ...values])).toString('base64url');

const isValue = (value: unknown): value is SqlValue =>
  value === null || typeof value === 'string' || typeof value === 'number';

/** @throws CodedError `cursor.invalid` for text that was not made here, or for another order */
export const readCursor = (cursor: string, order: string, length: number): readonly SqlValue[] => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed) && parsed[0] === order && parsed.length === length + 1) {
      const values = parsed.slice(1) as unknown[];
      if (values.every(isValue)) return values;
    }
  } catch {
    // Falls through to the one answer for all that is no cursor.
  }
  throw new CodedError('cursor.invalid', 'this cursor was not made for this list: begin with the first page');
};

const DEFAULT_LIMIT = 50;
const LARGEST_LIMIT = 500;

/** @throws CodedError `limit.invalid` */
export const listLimit = (asked: number = DEFAULT_LIMIT): number => {
  if (Number.isInteger(asked) && asked >= 1 && asked <= LARGEST_LIMIT) return asked;
  throw new CodedError('limit.invalid', `a page holds 1 to ${LARGEST_LIMIT} entries`);
};
