import type { DueDate, LegalPeriod } from '../../calendar/calendar.ts';
import { dueDate, fixedDueDate } from '../../calendar/due-date.ts';
import type { RuleSet } from '../../ruleset/ruleset.ts';
import type { OpenedCase } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import type { NewAssignment } from './new-assignment.ts';

/** What the rule set gives this kind of source: S2 art. 51 for suggestions, S1 art. 27 for audits, else local (S4). */
export const legalPeriodOf = ({ opened }: OpenedCase, { periods }: RuleSet): LegalPeriod => {
  if (opened.supervisionForm === 'suggestion') return periods.suggestionReply;
  return opened.supervisionForm === 'audit-report' ? periods.auditRectification : periods.opinionsReport;
};

/** A period counts from the assignment, never from the receipt: whoever delays signing gains nothing (S40). */
const counted = (period: LegalPeriod, { occurredOn, calendar }: CommandContext): DueDate =>
  dueDate({ start: occurredOn, period, calendar });

/** A date fixed in the source document wins over any period (S1 art. 17). */
export const dueBy = (fixed: string | undefined, period: LegalPeriod, context: CommandContext): DueDate =>
  fixed === undefined ? counted(period, context) : fixedDueDate({ date: fixed, calendar: context.calendar });

export type SideDates = {
  readonly planDue: DueDate | null;
  readonly coOpinionDue: DueDate | null;
  readonly returnUntil: DueDate;
};

/** Plan, co-opinion and return window as the assignment starts them; a suggestion is answered without a plan. */
export const sideDates = (
  { opened }: OpenedCase,
  { periods }: RuleSet,
  assignments: readonly NewAssignment[],
  context: CommandContext,
): SideDates => ({
  planDue: opened.supervisionForm === 'suggestion' ? null : counted(periods.plan, context),
  coOpinionDue: assignments.some(({ role }) => role === 'co') ? counted(periods.coOpinion, context) : null,
  returnUntil: counted(periods.returnWindow, context),
});
