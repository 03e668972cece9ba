import type { Page } from '../api/answers.ts';
import { useAnswer } from '../api/use-answer.ts';

export type Denominator = 'all-members' | 'present' | 'valid';

type VoteRule = {
  readonly id: string;
  readonly denominator: Denominator;
  readonly threshold: { readonly numerator: number; readonly divisor: number };
};

type RuleSets = {
  readonly id: string;
  readonly versions: readonly { readonly rules: { readonly version: number; readonly vote: VoteRule } }[];
};

/** The rule that the item pinned when it was assigned, whatever has been published since. */
export const useVoteRule = (ruleSet: string | null): VoteRule | undefined => {
  const { data } = useAnswer<Page<RuleSets>>('/v1/rule-sets', {}, { enabled: ruleSet !== null });
  const [id, version] = (ruleSet ?? '').split('@');
  return data?.body.items
    .find((known) => known.id === id)
    ?.versions.find(({ rules }) => String(rules.version) === version)?.rules.vote;
};

/** The fewest ballots that are more than the threshold. */
export const needed = ({ threshold }: VoteRule, whole: number): number =>
  Math.floor((whole * threshold.numerator) / threshold.divisor) + 1;
