import { LOG_START, type Position } from '@duban/kernel';

const DIGITS = 20;
const SHAPE = /^n1\.(\d{20})$/;

/** The n-th event of a log that numbers its events from 1 without holes; 0 is the start of the log. */
export const numberedPosition = (number: number): Position =>
  number === 0 ? LOG_START : (`n1.${String(number).padStart(DIGITS, '0')}` as Position);

/**
 * Inverse of {@link numberedPosition}.
 * @throws RangeError `position.mixed-formats` for a position that another kind of store made.
 */
export const numberOf = (position: Position): number => {
  if (position === LOG_START) return 0;
  const number = Number(SHAPE.exec(position)?.[1] ?? Number.NaN);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`position.mixed-formats: ${position} does not come from a numbered log`);
};
