import { isIsoDate } from '@duban/domain';
import type { Cell } from '../../sheet/sheet.ts';
import type { Section } from '../format/cell-format.ts';

const ISO =
  /^(?:(\d{4}-\d{2}-\d{2})(?:T|$))?(?:T?(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A date cell written by ISO 8601 (`t="d"`, ECMA-376 part 1, 18.18.11). Such dates have no time zone: one that shifts the moment
 * leaves it open which day is meant, and the cell is unreadable (null).
 */
export const isoCell = (value: string, { kind, ...shape }: Section): Cell | null => {
  const match = ISO.exec(value.trim());
  if (match === null) return null;
  const [, day, minutes, seconds = '00', zone] = match;
  const clock = minutes === undefined ? '' : `${minutes}${seconds === '00' ? '' : `:${seconds}`}`;
  const isMidnight = clock === '' || clock === '00:00';
  if (zone !== undefined && !(zone === 'Z' && isMidnight)) return null;
  if (day === undefined) return clock === '' ? null : { text: clock, date: null };
  if (!isIsoDate(day)) return null;
  const showsTime = kind !== 'date' || ('time' in shape && shape.time);
  return { text: isMidnight || !showsTime ? day : `${day} ${clock}`, date: day };
};
