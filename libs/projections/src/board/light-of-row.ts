import type { BoardRow } from '@duban/contracts';
import { lightOf, type Calendar, type Light, type RuleSet } from '@duban/domain';

type Ground = {
  readonly rules: Pick<RuleSet, 'lights'>;
  readonly calendar: Calendar;
  /** ISO date. */
  readonly date: string;
};

/** The light of a row of the board on a day. */
export const lightOfRow = (
  { running, ended, awaits }: Pick<BoardRow, 'running' | 'ended' | 'awaits'>,
  { rules, calendar, date }: Ground,
): Light =>
  lightOf(rules, { dueDate: running, today: date, calendar, closed: ended === 1, waits: awaits === 1 });
