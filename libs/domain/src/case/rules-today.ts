import type { RuleSet } from '../ruleset/ruleset.ts';
import type { TwoPersonAct } from '../two-persons/two-persons.ts';
import type { CommandContext } from './command-context.ts';
import { ownEntry } from './own-entry.ts';

type Rules = Pick<CommandContext, 'ruleSets' | 'ruleSetToday' | 'currentRuleSet'>;

/** The rule set in force on the day of record: who may goes by it, whatever a case pinned. */
export const rulesToday = ({ ruleSets, ruleSetToday, currentRuleSet }: Rules): RuleSet | undefined =>
  ownEntry(ruleSets, ruleSetToday ?? currentRuleSet);

/** Whether the office has too few people for this act, so that one person may stand for two; it is recorded where one does. */
export const mayStandForTwo = (act: TwoPersonAct, context: Rules): boolean =>
  rulesToday(context)?.confirmedByOne?.includes(act) ?? false;
