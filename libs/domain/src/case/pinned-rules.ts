import { rejected, type Rejected } from '@duban/kernel';
import type { LegalPeriod } from '../calendar/calendar.ts';
import type { RuleSet } from '../ruleset/ruleset.ts';
import type { ItemState, OpenedCase } from './case.state.ts';
import type { CommandContext } from './command-context.ts';
import { ownEntry } from './own-entry.ts';

/** The rule set the item was assigned under; an imported item that never was assigned goes by today's. */
export const pinnedRules = (
  item: ItemState,
  context: CommandContext,
): RuleSet | Rejected<'ruleset.unknown'> => {
  const name = item.ruleSet ?? context.currentRuleSet;
  return ownEntry(context.ruleSets, name) ?? rejected('ruleset.unknown', { ruleSet: name });
};

/** How long an item is handled anew: one month for suggestions (S3 art. 21), else as long as the first time. */
export const rehandlingPeriod = ({ opened }: OpenedCase, { periods }: RuleSet): LegalPeriod => {
  if (opened.supervisionForm === 'suggestion') return periods.suggestionRehandling;
  return opened.supervisionForm === 'audit-report' ? periods.auditRectification : periods.opinionsReport;
};
