import { CodedError, type TimeAxis } from '@duban/kernel';
import { dayEnd, isIsoDate, type Until } from '@duban/projections';

const MOMENT = String.raw`(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?|\d{1,9})`;
const RANGE = new RegExp(`^(?<from>nothing|${MOMENT})(?::(?<to>${MOMENT}))?$`);

/** What `--diff` compares; without an end it is the state that is asked for otherwise. */
export type MomentRange = { readonly from: Until | 'nothing'; readonly to: Until | undefined };

const unreadable = (text: string, cause?: unknown): CodedError =>
  new CodedError('as-of.invalid', `"${text}": 12, 2026-03-05, 2026-03-05T09:00:00+08:00`, { cause });

/** A bare date means the end of that day in Asia/Shanghai: "as it stood on the 5th" includes the 5th. */
export const instantOf = (text: string): string => {
  try {
    return Temporal.Instant.from(isIsoDate(text) ? dayEnd(text) : text).toString();
  } catch (cause) {
    throw unreadable(text, cause);
  }
};

/** A revision, a date or an instant. @throws CodedError `as-of.invalid` */
const momentOf = (text: string, by: TimeAxis): Until =>
  /^\d{1,9}$/.test(text) ? { version: Number(text) } : { asOf: instantOf(text), by };

/** `3`, `3:17`, `nothing:2026-03-05`. Instants hold colons too, so that the parts are told by their shape. */
export const rangeOf = (text: string, by: TimeAxis): MomentRange => {
  const { from, to } = RANGE.exec(text)?.groups ?? {};
  if (from === undefined) throw unreadable(text);
  return {
    from: from === 'nothing' ? from : momentOf(from, by),
    to: to === undefined ? undefined : momentOf(to, by),
  };
};
