import { bodyOn } from '../body/body.state.ts';
import type { RuleSet } from '../ruleset/ruleset.ts';
import type { DecidedBy } from './deciding-bodies.ts';
import type { Deciding } from './judge-decision.ts';

type Entering = Pick<Deciding, 'decidedOn'> & { readonly known: Pick<Deciding['known'], 'bodies'> };

/**
 * Whether a step of a body must name its recorded decision or a mandate, by the rules in force on the day of record. A rule set
 * that says nothing does not switch it off: it holds from the day on which a body of a kind that decides the step is registered,
 * at whatever organ the post is that acts for it, since until then nothing could be named.
 */
export const requiresDecision = (
  { bodies }: Pick<DecidedBy, 'bodies'>,
  rules: Pick<RuleSet, 'decisions'> | undefined,
  { decidedOn, known }: Entering,
): boolean => {
  if (rules?.decisions !== undefined) return rules.decisions === 'required';
  return Object.values(known.bodies).some(({ state }) => {
    const sitting = bodyOn(state, decidedOn);
    return sitting !== undefined && bodies.includes(sitting.kind);
  });
};
