import type { Outcome, SurveyRule } from '../ruleset/ruleset.ts';

/** 非常满意, 满意, 基本满意, 不满意, 非常不满意 (S22). */
export type SurveyCounts = {
  readonly verySatisfied: number;
  readonly satisfied: number;
  readonly basic: number;
  readonly dissatisfied: number;
  readonly veryDissatisfied: number;
};

/** What a closed wave says: its tally only, never an answer (section 4). */
export type SurveyTally = {
  readonly issued: number;
  readonly valid: number;
  readonly counts: SurveyCounts;
  /** Positive rate after weighting, in whole per mille; null where no weights were used. */
  readonly weightedRatePerMille: number | null;
};

/** What the rates of a wave are read beside. */
export type SurveyFrame = { readonly planned: number; readonly weightScheme: string | null };

export type SurveyTallyFault =
  | 'not-a-count'
  | 'issued-exceeds-planned'
  | 'valid-exceeds-issued'
  | 'counts-are-not-valid'
  | 'weighted-rate-out-of-range'
  | 'weighted-rate-without-weights'
  | 'weighted-rate-beyond-any-weights'
  | 'margin-out-of-range';

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

const perMille = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((2000 * part + whole) / (2 * whole));

const isPerMille = (n: number): boolean => isCount(n) && n <= 1000;

/** How far a rate that was rounded elsewhere may lie from ours. */
const ROUNDING = 1;

/** Without weights a rate is that of the counts; weights lift it to where no answer, or every answer, is positive. */
const rateFault = (
  { valid, counts, weightedRatePerMille: weighted }: SurveyTally,
  { weightScheme }: SurveyFrame,
): SurveyTallyFault | null => {
  if (weighted === null) return null;
  if (!isPerMille(weighted)) return 'weighted-rate-out-of-range';
  const positive = counts.verySatisfied + counts.satisfied + counts.basic;
  if (weightScheme === null || weightScheme.trim() === '') {
    const plain = perMille(positive, valid);
    return plain !== null && Math.abs(plain - weighted) <= ROUNDING ? null : 'weighted-rate-without-weights';
  }
  const lowest = valid > 0 && positive === valid ? 1000 : 0;
  const highest = positive === 0 ? 0 : 1000;
  return weighted >= lowest && weighted <= highest ? null : 'weighted-rate-beyond-any-weights';
};

/** Reads the tally only; `frame` is how the wave was planned, and `marginPerMille` of no wave is above the whole. */
export const surveyTallyFaults = (
  tally: SurveyTally & { readonly marginPerMille?: number | null },
  frame: SurveyFrame,
): readonly SurveyTallyFault[] => {
  const { issued, valid, counts, marginPerMille: margin = null } = tally;
  const answers = Object.values(counts);
  const found: readonly (readonly [boolean, SurveyTallyFault])[] = [
    [![issued, valid, ...answers].every(isCount), 'not-a-count'],
    [issued > frame.planned, 'issued-exceeds-planned'],
    [valid > issued, 'valid-exceeds-issued'],
    [answers.reduce((total, n) => total + n, 0) !== valid, 'counts-are-not-valid'],
    [margin !== null && !isPerMille(margin), 'margin-out-of-range'],
  ];
  const rate = rateFault(tally, frame);
  return [...found.flatMap(([wrong, fault]) => (wrong ? [fault] : [])), ...(rate === null ? [] : [rate])];
};

/** By which rate a survey is judged. */
export const SURVEY_RATES = ['weighted', 'unweighted'] as const;

export type SurveyResult = {
  /** `indicative`: too few valid answers, it can neither close nor fail an item. */
  readonly outcome: Outcome | 'indicative';
  /** What the rate alone says; equals `outcome` unless that is indicative. Null without any answer. */
  readonly reading: Outcome | null;
  readonly ruleId: string;
  readonly judgedBy: (typeof SURVEY_RATES)[number];
  /** 满意+基本满意 rate and top-two rate, half up. Both are published: together they tell another story. */
  readonly positivePerMille: number | null;
  readonly topTwoPerMille: number | null;
  readonly valid: number;
  readonly minimumValid: number;
};

/** Judged on the exact fraction, not on the rounded rate: 79.96 % is shown as 800 ‰ and is still not 80 %. */
const reading = (rule: SurveyRule, part: number, whole: number): Outcome | null => {
  if (whole === 0) return null;
  if (part * 1000 >= rule.goodPerMille * whole) return 'satisfied';
  return part * 1000 >= rule.basicPerMille * whole ? 'basic' : 'dissatisfied';
};

/**
 * Section 4: the weighted positive rate, where weights were used, else the plain one, against the rule's two bounds.
 * The wave must be free of {@link surveyTallyFaults}.
 */
export const surveyOutcome = (rule: SurveyRule, wave: SurveyTally): SurveyResult => {
  const { counts, valid, weightedRatePerMille: weighted } = wave;
  const topTwo = counts.verySatisfied + counts.satisfied;
  const positive = topTwo + counts.basic;
  const says =
    weighted === null || valid === 0 ? reading(rule, positive, valid) : reading(rule, weighted, 1000);
  return {
    outcome: says === null || valid < rule.minimumValid ? 'indicative' : says,
    reading: says,
    ruleId: rule.id,
    judgedBy: weighted === null ? 'unweighted' : 'weighted',
    positivePerMille: perMille(positive, valid),
    topTwoPerMille: perMille(topTwo, valid),
    valid,
    minimumValid: rule.minimumValid,
  };
};
