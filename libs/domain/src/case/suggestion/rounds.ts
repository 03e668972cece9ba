import type { RuleSet } from '../../ruleset/ruleset.ts';
import type { Cycle, ItemState, OpenedCase } from '../case.state.ts';

export const isSuggestion = ({ opened }: OpenedCase): boolean => opened.supervisionForm === 'suggestion';

/** A suggestion that failed in its second evaluation is handled again and then evaluated in the second one again. */
const firstRound = ({ cycle, pastCycles }: ItemState): 1 | 2 =>
  cycle?.cause === 'dissatisfied' && pastCycles.at(-1)?.conclusions.at(-1)?.data.round === 2 ? 2 : 1;

/** Which of the two evaluations 两次评价 is open: the second one once the first is concluded (section 3 item 5). */
export const openRound = (item: ItemState): 1 | 2 =>
  item.cycle?.conclusions.some(({ data }) => data.round === 1) === true ? 2 : firstRound(item);

const waived = ({ replies, commitments }: Cycle, rules: RuleSet): boolean =>
  commitments.length === 0 && rules.secondEvaluationWaivedFor.includes(replies.at(-1)?.data.class ?? '');

/** Class A without commitments needs no second evaluation (DESIGN, a value of the rule set). */
export const lastRound = (item: ItemState, rules: RuleSet): 1 | 2 =>
  item.cycle !== null && waived(item.cycle, rules) && firstRound(item) === 1 ? 1 : 2;
