import type { Calendar } from '../calendar/calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { LightRule, RuleSet } from '../ruleset/ruleset.ts';

export type Light = {
  /** The light rule that holds, or `closed`, `no-due-date`, `waits-for-decision`, `no-light-rule`. */
  readonly rule: string;
  readonly color: LightRule['color'];
  /** Negative: overdue. Null where nothing is due, and where the date waits for a decision. */
  readonly workingDaysLeft: number | null;
};

/** Past the date is overdue at once: a Saturday after a Friday's deadline is -1, though no working day has passed. */
const daysLeft = (calendar: Calendar, today: string, due: string): number => {
  const left = workingDaysBetween(calendar, today, due);
  return today > due ? Math.min(left, -1) : left;
};

/**
 * The light of an item on a day: the first rule that holds. Grey stands for "not running": closed, or nothing is due
 * (a draft is never overdue, C36), or a longer period was asked for in time and nobody has decided.
 */
export const lightOf = (
  rules: Pick<RuleSet, 'lights'>,
  item: {
    readonly dueDate: string | null;
    readonly today: string;
    readonly calendar: Calendar;
    readonly closed: boolean;
    /** More time was asked for before the date passed: since then the wait is the decider's. */
    readonly waits?: boolean;
  },
): Light => {
  if (item.closed) return { rule: 'closed', color: 'grey', workingDaysLeft: null };
  if (item.dueDate === null) return { rule: 'no-due-date', color: 'grey', workingDaysLeft: null };
  if (item.waits === true && item.dueDate < item.today)
    return { rule: 'waits-for-decision', color: 'grey', workingDaysLeft: null };
  const left = daysLeft(item.calendar, item.today, item.dueDate);
  const holds = ({ atOrBelowWorkingDays: bound }: LightRule): boolean => bound === null || left <= bound;
  const rule = rules.lights.find(holds);
  return rule === undefined
    ? { rule: 'no-light-rule', color: 'grey', workingDaysLeft: left }
    : { rule: rule.id, color: rule.color, workingDaysLeft: left };
};
