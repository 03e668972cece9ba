import { addCalendarDays, calendarDaysBetween, type Calendar, type RuleSet } from '@duban/domain';
import { workingDaysLeft } from '../board/light-bands.ts';

/** Days, both included. */
export type Days = { readonly from: string; readonly to: string };

export type RedQuestion = {
  readonly lights: RuleSet['lights'];
  readonly calendar: Calendar;
  readonly dueDate: string;
};

/** The first of these days on which at most so many working days are left; the days never give any back. */
const firstAtOrBelow = ({ calendar, dueDate }: RedQuestion, { from, to }: Days, bound: number): string => {
  const isReached = (day: string): boolean => workingDaysLeft(calendar, day, dueDate) <= bound;
  if (isReached(from)) return from;
  // Most spans end before a date is near; they need no halving.
  if (!isReached(to)) return addCalendarDays(to, 1);
  let low = 1;
  let high = calendarDaysBetween(from, to);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isReached(addCalendarDays(from, middle))) high = middle;
    else low = middle + 1;
  }
  return addCalendarDays(from, low);
};

/**
 * The days of a span on which a due date shows red. Lights are ordered by the working days left (a rule set with others is
 * refused), so each red one is one stretch of days and both its ends are found by halving.
 */
export const redDays = (question: RedQuestion, span: Days): readonly Days[] =>
  question.lights.flatMap(({ color, atOrBelowWorkingDays: bound }, index) => {
    if (color !== 'red') return [];
    const earlier = question.lights[index - 1]?.atOrBelowWorkingDays ?? null;
    const from = bound === null ? span.from : firstAtOrBelow(question, span, bound);
    const to = earlier === null ? span.to : addCalendarDays(firstAtOrBelow(question, span, earlier), -1);
    return from > to || from > span.to ? [] : [{ from, to }];
  });
