const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** A date that exists, written `YYYY-MM-DD`. Such texts compare as dates do. */
export const isIsoDate = (text: string): boolean => {
  if (!SHAPE.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};

export const addCalendarDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Signed: negative when `to` is before `from`. */
export const calendarDaysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;

export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Monday is 1, Sunday 7 (ISO 8601; C34: no other numbering is used anywhere). */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

export const isWeekend = (date: string): boolean => weekdayOf(date) >= 6;
