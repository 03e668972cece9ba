import type { DateSystem } from './sheet.ts';

const DAY_SECONDS = 86_400;
const DAY_MILLISECONDS = 86_400_000;
const ISO_DATE = 10;
/** 31 December 9999: spreadsheets show nothing but ### beyond. */
const LAST_DAY = 2_958_465;
/** Day 60 of the 1900 system is a 29 February 1900 that never was; days before it count from a day later. */
const FALSE_LEAP_DAY = 60;
const EARLY_EPOCH = Date.UTC(1899, 11, 31);
const EPOCHS: Readonly<Record<DateSystem, number>> = {
  1900: Date.UTC(1899, 11, 30),
  1904: Date.UTC(1904, 0, 1),
};

export type Moment = { readonly days: number; readonly seconds: number };

/** A serial as day and second; what lies within half a millisecond of a second is that second. Null outside of all dates. */
export const momentOf = (serial: number): Moment | null => {
  if (Number.isNaN(serial) || serial < 0) return null;
  const days = Math.floor(serial);
  const exact = (serial - days) * DAY_SECONDS;
  const seconds = Math.floor(exact + 0.0005);
  const moment = seconds < DAY_SECONDS ? { days, seconds } : { days: days + 1, seconds: 0 };
  return moment.days > LAST_DAY ? null : moment;
};

/** The ISO date of a day, by UTC parts alone, so of every time zone (C37); null for day 0 and the day that never was. */
export const dayOf = (days: number, system: DateSystem): string | null => {
  if (system === 1900 && (days < 1 || days === FALSE_LEAP_DAY)) return null;
  const epoch = system === 1900 && days < FALSE_LEAP_DAY ? EARLY_EPOCH : EPOCHS[system];
  return new Date(epoch + days * DAY_MILLISECONDS).toISOString().slice(0, ISO_DATE);
};

/** A day as the sheet shows it, also where there is no such day. */
export const shownDay = (days: number, system: DateSystem): string =>
  dayOf(days, system) ?? (days === 0 ? '1900-01-00' : '1900-02-29');

const two = (number: number): string => String(number).padStart(2, '0');

/** `09:30`, with seconds where there are some; hours count on beyond a day. */
export const clockOf = (seconds: number): string => {
  const rest = seconds % 60;
  const minutes = Math.floor(seconds / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}${rest === 0 ? '' : `:${two(rest)}`}`;
};
