import { addCalendarDays, calendarDaysBetween } from '../calendar/iso-date.ts';
import type { DissatisfiedRung, EscalationRung, RuleSet } from '../ruleset/ruleset.ts';

/**
 * What the rules suggest and a competent body may decide. The Standing Committee acts only collectively (S1 art. 8):
 * nothing here is ever triggered by itself.
 */
export type EscalationProposal = {
  readonly rung: string;
  readonly level: EscalationRung['level'];
  /** The day on which the rung was reached. */
  readonly since: string;
};

/** A rung before the due date warns of it; once the date has passed it has nothing left to say. */
const reached = (rung: EscalationRung, daysPast: number): boolean =>
  daysPast >= rung.daysFromDue && !(rung.daysFromDue < 0 && daysPast > 0);

/**
 * The rungs reached by `today` that stand above every rung already raised for this due date (section 2.7), in the
 * ladder's order. A new due date (extension, new cycle) starts with an empty `alreadyRaised`.
 */
export const proposeEscalations = (
  rules: Pick<RuleSet, 'escalation'>,
  item: { readonly dueDate: string; readonly today: string; readonly alreadyRaised: readonly string[] },
): readonly EscalationProposal[] => {
  const daysPast = calendarDaysBetween(item.dueDate, item.today);
  const highest = rules.escalation.findLastIndex(({ id }) => item.alreadyRaised.includes(id));
  return rules.escalation
    .slice(highest + 1)
    .filter((rung) => reached(rung, daysPast))
    .map(({ id, level, daysFromDue }) => ({
      rung: id,
      level,
      since: addCalendarDays(item.dueDate, daysFromDue),
    }));
};

/** Due dates, both ends inclusive; an open end has no bound. */
export type DueWindow = { readonly from: string | null; readonly to: string };

/**
 * The due dates for which {@link proposeEscalations} proposes something on `today`, with these rungs already raised: who
 * keeps due dates in order finds the items that a clock has to look at, and no others.
 */
export const dueWindows = (
  rules: Pick<RuleSet, 'escalation'>,
  { today, alreadyRaised }: { readonly today: string; readonly alreadyRaised: readonly string[] },
): readonly DueWindow[] => {
  const highest = rules.escalation.findLastIndex(({ id }) => alreadyRaised.includes(id));
  return rules.escalation.slice(highest + 1).map(({ daysFromDue }) => ({
    from: daysFromDue < 0 ? today : null,
    to: addCalendarDays(today, -daysFromDue),
  }));
};

export type DissatisfiedProposal = Pick<DissatisfiedRung, 'measures' | 'decidedBy'> & {
  readonly failures: number;
  /** Several measures: the body must choose one of them (2nd Dissatisfied, section 2.6). */
  readonly mustChoose: boolean;
};

/** What the n-th "dissatisfied" conclusion of one item puts before the competent body; the last rung holds for later ones. */
export const proposeAfterDissatisfied = (
  rules: Pick<RuleSet, 'dissatisfied'>,
  failures: number,
): DissatisfiedProposal | null => {
  const rung = rules.dissatisfied.findLast(({ failure }) => failure <= failures);
  if (rung === undefined) return null;
  const { measures, decidedBy } = rung;
  return { failures, measures, decidedBy, mustChoose: measures.length > 1 };
};
