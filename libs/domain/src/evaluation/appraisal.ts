import type { Outcome, SurveyRule } from '../ruleset/ruleset.ts';

type Dimension = { readonly scoreOutOf100: number };

/**
 * The grade that the scores of an appraisal amount to: their plain mean, by the two bounds that the rule set has for
 * rates (DESIGN: a rule set has no bounds of its own for appraisals). Judged on the exact fraction.
 */
export const appraisalGrade = (
  { goodPerMille, basicPerMille }: Pick<SurveyRule, 'goodPerMille' | 'basicPerMille'>,
  dimensions: readonly Dimension[],
): Outcome | null => {
  if (dimensions.length === 0) return null;
  const points = dimensions.reduce((total, { scoreOutOf100 }) => total + scoreOutOf100, 0) * 10;
  if (points >= goodPerMille * dimensions.length) return 'satisfied';
  return points >= basicPerMille * dimensions.length ? 'basic' : 'dissatisfied';
};
