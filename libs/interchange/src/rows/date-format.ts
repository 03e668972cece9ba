import { isIsoDate } from '@duban/domain';
import { dayOf } from '../sheet/serial-date.ts';
import type { DateSystem } from '../sheet/sheet.ts';

/**
 * Date formats of mapping files: `yyyy`, `MM`, `M`, `MMM`, `dd`, `d`, `HH`, `H`, `mm`, `ss` and whatever stands between them.
 * A time of day is read over, never converted: a register's date is the date it says (C36, C37). `serial` takes the
 * number of a spreadsheet date.
 */
const SERIAL = 'serial';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TOKEN = /yyyy|MMM|MM|M|dd|d|HH|H|mm|ss/g;
const SPECIAL = /[.*+?^${}()|[\]\\/-]/g;
const PATTERNS: Readonly<Record<string, string>> = {
  yyyy: String.raw`(?<year>\d{4})`,
  MMM: String.raw`(?<name>[A-Za-z]{3,9})`,
  MM: String.raw`(?<month>\d{2})`,
  M: String.raw`(?<month>\d{1,2})`,
  dd: String.raw`(?<day>\d{2})`,
  d: String.raw`(?<day>\d{1,2})`,
  HH: String.raw`\d{2}`,
  H: String.raw`\d{1,2}`,
  mm: String.raw`\d{2}`,
  ss: String.raw`\d{2}`,
};

const known = new Map<string, RegExp | null>();

const compiled = (format: string): RegExp | null => {
  const tokens = format.match(TOKEN) ?? [];
  const count = (wanted: RegExp): number => tokens.filter((token) => wanted.test(token)).length;
  if (count(/^y/) !== 1 || count(/^M/) !== 1 || count(/^d/) !== 1) return null;
  const literals = format.split(TOKEN).map((literal) => literal.replace(SPECIAL, String.raw`\$&`));
  const body = literals.map((literal, at) => `${literal}${PATTERNS[tokens[at] ?? ''] ?? ''}`).join('');
  return new RegExp(`^${body}$`);
};

const patternOf = (format: string): RegExp | null => {
  const found = known.get(format);
  if (found !== undefined) return found;
  const pattern = compiled(format);
  known.set(format, pattern);
  return pattern;
};

export const isDateFormat = (format: string): boolean => format === SERIAL || patternOf(format) !== null;

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Below this day of 1900 spreadsheets disagree with each other: they believe in a 29 February 1900. */
const FIRST_DAY = 61;

const serialDate = (text: string, system: DateSystem): string | null => {
  const days = /^\d{1,7}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  return days < FIRST_DAY || days > 2_958_465 ? null : dayOf(days, system);
};

const byFormat = (text: string, format: string, system: DateSystem): string | null => {
  if (format === SERIAL) return serialDate(text, system);
  const groups = patternOf(format)?.exec(text)?.groups;
  if (groups === undefined) return null;
  const { year = '', month, name, day = '' } = groups;
  const number = month ?? String(monthOf(name ?? ''));
  const date = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : null;
};

/** The ISO date that a text means by the first format that fits, or null. A `serial` counts from the year of its workbook. */
export const readDate = (
  text: string,
  formats: readonly string[],
  system: DateSystem = 1900,
): string | null => {
  for (const format of formats) {
    const date = byFormat(text, format, system);
    if (date !== null) return date;
  }
  return null;
};
