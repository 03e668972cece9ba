import type { VoteRule } from '../api/answers.ts';
import { useAnswer } from '../api/use-answer.ts';

export type Denominator = VoteRule['denominator'];

/** The rule that the item pinned when it was assigned, whatever has been published since. */
export const useVoteRule = (ruleSet: string | null): VoteRule | undefined => {
  const { data } = useAnswer('/v1/rule-sets', {}, { enabled: ruleSet !== null });
  const [id, version] = (ruleSet ?? '').split('@');
  return data?.body.items
    .find((known) => known.id === id)
    ?.versions.find(({ rules }) => String(rules.version) === version)?.rules.vote;
};

/** The fewest ballots that are more than the threshold. */
export const needed = ({ threshold }: VoteRule, whole: number): number =>
  Math.floor((whole * threshold.numerator) / threshold.divisor) + 1;
