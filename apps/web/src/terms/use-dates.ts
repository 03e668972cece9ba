import { dateText } from '@duban/domain/texts';
import { useMemo } from 'react';
import { useLanguage } from '../language/use-language.ts';

const ZONE = 'Asia/Shanghai';

export type Dates = {
  /** `2026-03-05` as 2026年3月5日. */
  readonly date: (isoDate: string) => string;
  readonly weekday: (isoDate: string) => string;
  /** An instant as date and minute in Beijing time. */
  readonly moment: (instant: string) => string;
};

export const useDates = (): Dates => {
  const language = useLanguage();
  return useMemo(() => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const day = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeStyle: 'short' });
    const date = (isoDate: string): string => dateText(isoDate, language);
    return {
      date,
      weekday: (isoDate) => day.format(new Date(`${isoDate}T00:00:00Z`)),
      moment: (instant) =>
        Number.isNaN(Date.parse(instant))
          ? instant
          : `${date(shanghaiDay(instant))} ${clock.format(new Date(instant))}`,
    };
  }, [language]);
};

/** The date in Asia/Shanghai of an instant. */
export const shanghaiDay = (instant: Date | string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date(instant));

/** `2026-03-05T09:00` in Asia/Shanghai, as `<input type="datetime-local">` wants it. */
export const shanghaiMinute = (instant: Date | string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(instant))
    .replace(' ', 'T');
