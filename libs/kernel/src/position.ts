/**
 * A place in the order of the whole log. Opaque and versioned text (E9): the part before the first dot names the
 * format of the store that made it, the rest compares as text (fixed width, zero padded). Only stores read inside.
 */
export type Position = string & { readonly __position: unique symbol };

/** Before the first event of any log. */
export const LOG_START = '' as Position;

const formatOf = (position: Position): string => position.slice(0, position.indexOf('.'));

const SHAPE = /^[a-z]+\d+(\.\d{20})+$/;

/** Reads a position that came from outside. Answers `null` where the text is none. */
export const parsePosition = (text: string): Position | null =>
  text === '' || SHAPE.test(text) ? (text as Position) : null;

/**
 * Negative when `a` comes before `b`, zero when equal.
 * @throws RangeError `position.mixed-formats` when two stores' positions are compared: they have no common order.
 */
export const comparePositions = (a: Position, b: Position): number => {
  if (a === b) return 0;
  if (a === LOG_START) return -1;
  if (b === LOG_START) return 1;
  if (formatOf(a) !== formatOf(b)) {
    throw new RangeError(`position.mixed-formats: ${a} and ${b} come from different kinds of log`);
  }
  return a < b ? -1 : 1;
};
