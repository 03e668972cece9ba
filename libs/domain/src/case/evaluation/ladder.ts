import { proposeAfterDissatisfied, type DissatisfiedProposal } from '../../escalation/escalation.ts';
import type { RuleSet } from '../../ruleset/ruleset.ts';
import type { ItemState } from '../case.state.ts';

/** What the Council answers when a poor survey or a failed inspection blocks closing (section 8, 10). */
export const BLOCK_MEASURES = ['accept-nevertheless', 'handle-again'] as const;

export type BlockMeasure = (typeof BLOCK_MEASURES)[number];

const measuresOf = ({ escalations, cycle }: ItemState): readonly string[] =>
  escalations.flatMap((escalation) =>
    escalation.cycle === cycle?.n && escalation.decision !== null ? [escalation.decision.measure] : [],
  );

/** What the competent body has still to choose from after a "dissatisfied"; a single measure leaves nothing to choose. */
export const openChoice = (item: ItemState, rules: RuleSet): DissatisfiedProposal | null => {
  const proposal =
    item.cycle?.cause === 'dissatisfied' ? proposeAfterDissatisfied(rules, item.failures) : null;
  if (proposal?.mustChoose !== true) return null;
  const chosen = measuresOf(item).some((measure) =>
    (proposal.measures as readonly string[]).includes(measure),
  );
  return chosen ? null : proposal;
};

/** The Council's last word in this cycle on an item whose closing is blocked. */
export const blockDecision = (item: ItemState): BlockMeasure | null =>
  BLOCK_MEASURES.find(
    (measure) =>
      measure === measuresOf(item).findLast((said) => (BLOCK_MEASURES as readonly string[]).includes(said)),
  ) ?? null;
