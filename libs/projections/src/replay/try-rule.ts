import type { RedSpan, TriedDate } from '@duban/contracts';
import {
  addCalendarDays,
  calendarDaysBetween,
  ENDED_STAGES,
  occurredOn,
  type ItemState,
  type RuleSet,
} from '@duban/domain';
import type { FoldedCase } from '../fold/fold-case.ts';
import type { LoggedFact } from '../fold/log-entry.ts';
import { caseReplay } from './case-replay.ts';
import { dayEnd } from './day-end.ts';
import { redDays, type Days } from './red-days.ts';
import { redated, watchedDates, type Redating, type WatchedDate } from './watched-dates.ts';

export type Trial = Days &
  Redating & {
    /** What items go by that have no rule set of their own (imported ones). */
    readonly current: RuleSet;
  };

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

const lasted = (known: RedSpan | null, days: readonly Days[], dueDate: string): RedSpan | null =>
  days.reduce<RedSpan | null>(
    (span, { from, to }) => ({
      from: span === null ? from : earlier(span.from, from),
      to: span === null ? to : later(span.to, to),
      days: (span?.days ?? 0) + calendarDaysBetween(from, to) + 1,
      dueDate,
    }),
    known,
  );

/** A register's item was open until its closing date, though it came in closed; its clock is the register's. */
const asOn = (item: ItemState, date: string): ItemState => {
  const closedOn = item.imported?.data.closedOn ?? null;
  const closesLater = closedOn !== null && closedOn > date && item.stage === item.imported?.data.stage;
  return closesLater && ENDED_STAGES.includes(item.stage) ? { ...item, stage: 'RECTIFYING' } : item;
};

/** The days on which something may have become different, within the trial and in order. */
const turningDays = (events: readonly LoggedFact[], { from, to }: Days): readonly string[] => {
  const days = events.flatMap(({ metadata, data }) => {
    const { closedOn } = data;
    return [occurredOn(metadata), ...(typeof closedOn === 'string' ? [closedOn] : [])];
  });
  return [...new Set([from, ...days.filter((day) => day > from && day <= to)])].sort();
};

type Tried = Map<string, TriedDate>;

const noteDate = (
  tried: Tried,
  { state, document }: FoldedCase,
  { item, watched, span }: { readonly item: ItemState; readonly watched: WatchedDate; readonly span: Days },
  trial: Trial,
): void => {
  const { which, assignmentId, due } = watched;
  const cycle = item.cycle?.n ?? 0;
  const key = [item.itemId, cycle, which, assignmentId].join('\n');
  const known = tried.get(key);
  const red = (rules: RuleSet, dueDate: string, before: RedSpan | null): RedSpan | null => {
    const question = { lights: rules.lights, calendar: trial.calendar, dueDate };
    return lasted(before, redDays(question, span), dueDate);
  };
  const own = trial.ruleSets[item.ruleSet ?? ''] ?? trial.current;
  tried.set(key, {
    ...{ caseId: document.id, caseNo: state.opened.caseNo, itemId: item.itemId, title: item.title },
    ...{ cycle, which, assignmentId },
    underDraft: red(trial.draft, redated(watched, state, item, trial), known?.underDraft ?? null),
    underOwn: red(own, due.date, known?.underOwn ?? null),
  });
};

const tryOn = (events: readonly LoggedFact[], trial: Trial): readonly TriedDate[] => {
  const replay = caseReplay(events);
  const tried: Tried = new Map();
  const days = turningDays(events, trial);
  days.forEach((from, index) => {
    const next = days[index + 1];
    const span = { from, to: next === undefined ? trial.to : addCalendarDays(next, -1) };
    const folded = replay.at({ asOf: dayEnd(from), by: 'occurred' });
    if (folded === null) return;
    for (const item of Object.values(folded.state.items).map((each) => asOn(each, from)))
      for (const watched of watchedDates(item)) noteDate(tried, folded, { item, watched, span }, trial);
  });
  return [...tried.values()].filter(({ underDraft, underOwn }) => underDraft !== null || underOwn !== null);
};

/**
 * "Try a rule before adopting it" (field-lessons B3.3): a period is lived through again under a draft rule set, day by day in
 * legal time, and every date that would have shown red is listed beside what it showed under its own rules. Writes nothing.
 * Behaviour is taken as it was: nobody is assumed to have hurried because a lamp was lit.
 */
export const tryRule = (cases: readonly (readonly LoggedFact[])[], trial: Trial): readonly TriedDate[] =>
  cases.flatMap((events) => tryOn(events, trial));
