import type { DissatisfiedRung, RuleSet } from '../../../ruleset/ruleset.ts';
import type { ItemState } from '../../case.state.ts';

/** What the Council answers when a poor survey or a failed inspection blocks closing (section 8, 10). */
export const BLOCK_MEASURES = ['accept-nevertheless', 'handle-again'] as const;

export type BlockMeasure = (typeof BLOCK_MEASURES)[number];

const rungFor = (rules: RuleSet, failures: number): DissatisfiedRung | undefined =>
  rules.dissatisfied.findLast(({ failure }) => failure <= failures);

const measuresOf = ({ escalations, cycle }: ItemState): readonly string[] =>
  escalations.flatMap((escalation) =>
    escalation.cycle === cycle?.n && escalation.decision !== null ? [escalation.decision.measure] : [],
  );

/** The rung whose measures the competent body has still to choose from: where there is one measure, nothing is chosen. */
export const openChoice = (item: ItemState, rules: RuleSet): DissatisfiedRung | null => {
  const rung = item.cycle?.cause === 'dissatisfied' ? rungFor(rules, item.failures) : undefined;
  if (rung === undefined || rung.measures.length < 2) return null;
  return measuresOf(item).some((measure) => (rung.measures as readonly string[]).includes(measure))
    ? null
    : rung;
};

/** The Council's last word in this cycle on an item whose closing is blocked. */
export const blockDecision = (item: ItemState): BlockMeasure | null =>
  BLOCK_MEASURES.find(
    (measure) =>
      measure === measuresOf(item).findLast((said) => (BLOCK_MEASURES as readonly string[]).includes(said)),
  ) ?? null;
