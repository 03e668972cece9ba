/** What a sentence about an event may say besides its data. */
import type { Language } from './text.ts';

/**
 * Names of organs, people (`person:<id>`) and items as the asker may see them; absent: the identifier itself is shown.
 */
export type NameOf = (reference: string) => string | undefined;

export type Telling = {
  /** The legal date of the event, in words of the language. */
  readonly on: string;
  /** The organ that acted, or the system. */
  readonly by: string;
  readonly name: (reference: string) => string;
  readonly names: (references: readonly string[]) => string;
  readonly item: (itemId: string) => string;
  readonly items: (itemIds: readonly string[]) => string;
  readonly date: (isoDate: string) => string;
};

export type Sentence<Data> = (data: Data, tell: Telling) => string;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-03-05` as 2026年3月5日 or 5 March 2026; what is no ISO date is shown as it stands. */
export const dateText = (isoDate: string, language: Language): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? [];
  if (year === undefined || month === undefined || day === undefined) return isoDate;
  return language === 'zh'
    ? `${Number(year)}年${Number(month)}月${Number(day)}日`
    : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${Number(year)}`;
};
