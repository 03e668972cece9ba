import {
  addCalendarDays,
  addWorkingDays,
  lightOf,
  workingDaysBetween,
  type Calendar,
  type RuleSet,
} from '@duban/domain';

/** Dates from `from` to `to` (inclusive, null without end) have one light; the bands cover every date, in order. */
export type LightBand = {
  readonly from: string | null;
  readonly to: string | null;
  readonly color: string;
  readonly rule: string;
};

export type LightQuestion = {
  readonly rules: Pick<RuleSet, 'lights'>;
  readonly calendar: Calendar;
  readonly today: string;
};

const lightAt = (
  { rules, calendar, today }: LightQuestion,
  dueDate: string,
): { color: string; rule: string } => {
  const { color, rule } = lightOf(rules, { dueDate, today, calendar, closed: false });
  return { color, rule };
};

/** Working days are at least two of any ten calendar days, the longest holiday included. */
const reach = ({ lights }: Pick<RuleSet, 'lights'>): number =>
  20 + 5 * Math.max(0, ...lights.map(({ atOrBelowWorkingDays: bound }) => Math.abs(bound ?? 0)));

/**
 * The light rule turned round: on one day, which due dates have which light. Asked of the rule itself for each date near
 * today (beyond that nothing changes), so that lists can be filtered and counted by light without asking per item.
 */
export const lightBands = (question: LightQuestion): readonly LightBand[] => {
  const days = reach(question.rules);
  const bands: { from: string | null; to: string | null; color: string; rule: string }[] = [];
  for (let offset = -days; offset <= days; offset += 1) {
    const date = addCalendarDays(question.today, offset);
    const light = lightAt(question, date);
    const last = bands.at(-1);
    if (last?.rule === light.rule && last.color === light.color) last.to = date;
    else bands.push({ from: bands.length === 0 ? null : date, to: date, ...light });
  }
  const last = bands.at(-1);
  if (last !== undefined) last.to = null;
  return bands;
};

/** Negative: overdue. A Saturday after a Friday's deadline is -1, as the light has it. */
export const workingDaysLeft = (calendar: Calendar, today: string, due: string): number => {
  const left = workingDaysBetween(calendar, today, due);
  return today > due ? Math.min(left, -1) : left;
};

/** The n-th working day after `today`. */
export const workingDaysAfter = (calendar: Calendar, today: string, n: number): string =>
  addWorkingDays(calendar, today, n);
