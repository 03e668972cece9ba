/** What a sentence about an event may say besides its data. */
import type { Actor, ActorRole } from '@duban/kernel';
import { roleTexts } from './role.texts.ts';
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

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The date in Asia/Shanghai (no daylight saving since 1991) of an instant with any offset. */
export const shanghaiDate = (instant: string): string => {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
};

/** Bodies that decide are sometimes named by their role alone, such as the Standing Committee itself. */
const bodyText = (reference: string, language: Language): string | undefined => {
  if (reference === 'standing-committee') return language === 'zh' ? '常委会' : 'the Standing Committee';
  return Object.hasOwn(roleTexts, reference) ? roleTexts[reference as ActorRole][language] : undefined;
};

/** The words of a language around one event. */
export const tellingOf = (
  event: { readonly occurredAt: string; readonly actor: Actor },
  language: Language,
  nameOf: NameOf = () => undefined,
): Telling => {
  const name = (reference: string): string => nameOf(reference) ?? bodyText(reference, language) ?? reference;
  const list = (words: readonly string[]): string => words.join(language === 'zh' ? '、' : ', ');
  const item = (itemId: string): string => {
    const title = nameOf(itemId);
    if (language === 'zh') return `事项“${title ?? itemId}”`;
    return title === undefined ? `item ${itemId}` : `“${title}”`;
  };
  return {
    on: dateText(shanghaiDate(event.occurredAt), language),
    by: event.actor.role === 'system' ? roleTexts.system[language] : name(event.actor.organ),
    name,
    names: (references) => list(references.map(name)),
    item,
    items: (itemIds) => list(itemIds.map(item)),
    date: (isoDate) => dateText(isoDate, language),
  };
};
