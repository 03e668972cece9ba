import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { combineOutcome, missingInstruments, type CombinedOutcome } from '../../evaluation/combine.ts';
import type { Instrument } from '../case.vocabulary.ts';
import type { Outcome, RuleSet } from '../../ruleset/ruleset.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState, OpenedCase } from '../case.state.ts';
import { sameFacts } from '../../equality/same-facts.ts';
import { isSuggestion } from '../suggestion/rounds.ts';
import { inputsOf, inputIds, instrumentsOf, ruleIdOf, usedInstruments, type Inputs } from './inputs.ts';
import { blockDecision, openChoice } from './ladder.ts';

export type Judgement = {
  readonly outcome: Outcome;
  readonly ruleId: string;
  readonly inputs: readonly string[];
  readonly sparedByVerification: boolean;
};

const requiredOf = (state: OpenedCase, item: ItemState, rules: RuleSet): readonly Instrument[] =>
  item.instruments.length > 0
    ? item.instruments
    : (rules.requiredInstruments[state.opened.supervisionForm] ?? []);

const silent = (required: readonly Instrument[], { answers }: ReturnType<typeof inputsOf>): boolean =>
  required.includes('deputy-evaluation') && answers.length === 0;

/** The good outcome, unless a poor survey or a failed inspection stands against it: then the Council's word decides. */
const outcomeOrBlock = (
  item: ItemState,
  { outcome, closingBlockedBy }: CombinedOutcome,
): Outcome | Rejected<CaseRejection> => {
  if (closingBlockedBy.length === 0) {
    return outcome === 'undecided' ? rejected('conclusion.not-evaluated', { itemId: item.itemId }) : outcome;
  }
  switch (blockDecision(item)) {
    case 'handle-again':
      return 'dissatisfied';
    case 'accept-nevertheless':
      return outcome === 'undecided' ? 'basic' : outcome;
    case null:
      return rejected('conclusion.blocked', { itemId: item.itemId, by: closingBlockedBy });
  }
};

/**
 * A failed vote spares only what was verified before it was taken, also where a correction made it fail afterwards. Of the same
 * day is what was recorded before it.
 */
const isVerifiedBefore = ({ finding, vote }: Inputs): boolean => {
  if (finding === null || vote === null) return false;
  const taken = vote.data.votedOn < vote.on ? vote.data.votedOn : vote.on;
  return finding.on === taken ? finding.revision < vote.revision : finding.on < taken;
};

/**
 * The outcome of one item in its present cycle, computed and never typed (section 2.6): the member vote decides, and a
 * failed vote on the whole report spares only what the working body has verified.
 */
export const judge = (
  state: OpenedCase,
  item: ItemState,
  rules: RuleSet,
): Judgement | Rejected<CaseRejection> => {
  if (openChoice(item, rules) !== null) return rejected('escalation.undecided', { itemId: item.itemId });
  return judgeInputs(state, item, inputsOf(state, item), rules);
};

/** The same of inputs that are at hand, in whichever cycle `item` stands: what a conclusion rests on can be computed anew. */
export const judgeInputs = (
  state: OpenedCase,
  item: ItemState,
  inputs: Inputs,
  rules: RuleSet,
): Judgement | Rejected<CaseRejection> => {
  const { vote, ...others } = instrumentsOf(inputs, rules);
  const sparedByVerification =
    vote === 'dissatisfied' && others.verification === 'verified' && isVerifiedBefore(inputs);
  const combined = combineOutcome(sparedByVerification || vote === undefined ? others : { ...others, vote });
  const judgement = {
    ruleId: ruleIdOf(combined.decidedBy, rules),
    inputs: inputIds(inputs),
    sparedByVerification,
  };
  if (combined.outcome === 'dissatisfied') return { ...judgement, outcome: 'dissatisfied' };
  const required = requiredOf(state, item, rules);
  if (silent(required, inputs)) return rejected('conclusion.not-evaluated', { itemId: item.itemId });
  const missing = missingInstruments(
    required,
    usedInstruments({ ...others, ...(vote === undefined ? {} : { vote }) }),
  );
  if (missing.length > 0) return rejected('conclusion.instrument-missing', { itemId: item.itemId, missing });
  const outcome = outcomeOrBlock(item, combined);
  return typeof outcome === 'string' ? { ...judgement, outcome } : outcome;
};

/** Whether what is known now, corrections included, no longer says what was concluded. Receipts of deputies are final. */
export const isStale = (state: OpenedCase, item: ItemState, rules: RuleSet): boolean => {
  if (isSuggestion(state)) return false;
  const concluded = item.cycle?.conclusions.at(-1)?.data;
  const judgement = judge(state, item, rules);
  return (
    isRejected(judgement) ||
    judgement.outcome !== concluded?.outcome ||
    !sameFacts(judgement.inputs, concluded.inputs)
  );
};
