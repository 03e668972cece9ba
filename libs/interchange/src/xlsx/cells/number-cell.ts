import type { Cell } from '../../sheet/sheet.ts';
import type { CellFormat, DateShape } from '../format/cell-format.ts';
import { clockOf, dayOf, momentOf, shownDay } from '../../sheet/serial-date.ts';
import { shownNumber } from '../format/shown-number.ts';
import type { DateSystem } from '../../sheet/sheet.ts';

const DAY_SECONDS = 86_400;

/**
 * A date or time of day as it is shown: `2026-03-02`, `2026-03-02 15:45`, `09:30`. Midnight is no time of day: it is what every date
 * without one has.
 */
const momentCell = (serial: number, { day, time, elapsed }: DateShape, system: DateSystem): Cell => {
  const moment = momentOf(serial);
  if (moment === null) return { text: String(serial), date: null };
  const { days, seconds } = moment;
  if (elapsed !== null && !day) return { text: clockOf(days * DAY_SECONDS + seconds), date: null };
  const onlyTime = !day || (time && days === 0 && seconds > 0);
  if (onlyTime) return { text: clockOf(seconds), date: null };
  const shown = shownDay(days, system);
  return { text: time && seconds > 0 ? `${shown} ${clockOf(seconds)}` : shown, date: dayOf(days, system) };
};

/** A number in its format; null where the format shows nothing. */
export const numberCell = (value: number, { sectionFor }: CellFormat, system: DateSystem): Cell | null => {
  const section = sectionFor(value);
  if (section.kind === 'blank') return null;
  if (section.kind === 'date') return momentCell(value, section, system);
  return { text: shownNumber(value, section.tokens), date: null };
};

/** What a formula makes of an empty cell, shown as a date. */
export const isZeroDate = (value: number, { sectionFor }: CellFormat): boolean => {
  if (value !== 0) return false;
  const section = sectionFor(value);
  return section.kind === 'date' && section.day;
};
