import { expect, it } from '@jest/globals';
import { cqDefault1 } from '../ruleset/cq-default.ts';
import { surveyOutcome, surveyTallyFaults, type SurveyTally } from './survey.ts';

const rule = cqDefault1.survey;
const wave = (
  answers: readonly [number, number, number, number, number],
  weighted: number | null = null,
): SurveyTally => {
  const [verySatisfied, satisfied, basic, dissatisfied, veryDissatisfied] = answers;
  const valid = answers.reduce((total, n) => total + n, 0);
  const counts = { verySatisfied, satisfied, basic, dissatisfied, veryDissatisfied };
  return { issued: valid, valid, counts, weightedRatePerMille: weighted };
};

const frame = { planned: 20_000, weightScheme: 'by district' };

it('reads example 2 as satisfied, and publishes the positive and the top-two rate', () => {
  expect(surveyOutcome(rule, wave([301, 420, 250, 120, 41]))).toEqual({
    outcome: 'satisfied',
    reading: 'satisfied',
    ruleId: 'survey-positive-rate',
    judgedBy: 'unweighted',
    positivePerMille: 858,
    topTwoPerMille: 637,
    valid: 1132,
    minimumValid: 385,
  });
});

it.each([
  [[100, 200, 100, 50, 50], 'satisfied'],
  [[100, 200, 99, 50, 51], 'basic'],
  [[100, 100, 100, 100, 100], 'basic'],
  [[100, 100, 99, 100, 101], 'dissatisfied'],
] as const)('judges %j as %s', (answers, outcome) => {
  expect(surveyOutcome(rule, wave(answers)).outcome).toBe(outcome);
});

it('judges the exact rate, though the published one is rounded up to the bound', () => {
  const { outcome, positivePerMille } = surveyOutcome(rule, wave([7998, 0, 0, 2002, 0]));
  expect({ outcome, positivePerMille }).toEqual({ outcome: 'basic', positivePerMille: 800 });
});

it('judges by the weighted rate where there is one, and still publishes the plain ones', () => {
  const result = surveyOutcome(rule, wave([100, 200, 100, 50, 50], 599));
  expect(result).toMatchObject({ outcome: 'dissatisfied', judgedBy: 'weighted', positivePerMille: 800 });
  expect(surveyOutcome(rule, wave([100, 100, 99, 100, 101], 800)).outcome).toBe('satisfied');
});

it('is only indicative below the minimum of valid answers, however good or bad', () => {
  expect(surveyOutcome(rule, wave([384, 0, 0, 0, 0]))).toMatchObject({
    outcome: 'indicative',
    reading: 'satisfied',
  });
  expect(surveyOutcome(rule, wave([0, 0, 0, 0, 384]))).toMatchObject({
    outcome: 'indicative',
    reading: 'dissatisfied',
  });
  expect(surveyOutcome(rule, wave([385, 0, 0, 0, 0])).outcome).toBe('satisfied');
});

it.each([null, 900])('says nothing at all without an answer (weighted: %s)', (weighted) => {
  expect(surveyOutcome(rule, wave([0, 0, 0, 0, 0], weighted))).toMatchObject({
    outcome: 'indicative',
    reading: null,
    positivePerMille: null,
    topTwoPerMille: null,
  });
});

it('finds nothing wrong with a wave that adds up', () => {
  expect(surveyTallyFaults(wave([1, 2, 3, 4, 5], 1000), frame)).toEqual([]);
});

it.each([
  [{ ...wave([1, 2, 3, 4, 5]), issued: 15.5 }, 'not-a-count'],
  [{ ...wave([1, 2, 3, 4, 5]), issued: 14 }, 'valid-exceeds-issued'],
  [{ ...wave([1, 2, 3, 4, 5]), valid: 14 }, 'counts-are-not-valid'],
  [{ ...wave([1, 2, 3, 4, 5]), issued: 20_001 }, 'issued-exceeds-planned'],
  [{ ...wave([1, 2, 3, 4, 5]), marginPerMille: 1001 }, 'margin-out-of-range'],
  [wave([0, 0, 0, 4, 5], 1), 'weighted-rate-beyond-any-weights'],
  [wave([1, 2, 3, 0, 0], 999), 'weighted-rate-beyond-any-weights'],
  [wave([1, 2, 3, 4, 5], 1001), 'weighted-rate-out-of-range'],
  [wave([1, 2, 3, 4, 5], 0.8), 'weighted-rate-out-of-range'],
])('finds in %j: %s', (tally, fault) => {
  expect(surveyTallyFaults(tally, frame)).toEqual([fault]);
});

it.each([
  [858, []],
  [857, []],
  [859, []],
  [860, ['weighted-rate-without-weights']],
  [900, ['weighted-rate-without-weights']],
])('without weights takes a rate of %d ‰ for 858 ‰ only where it was rounded otherwise', (rate, faults) => {
  const tally = wave([301, 420, 250, 120, 41], rate);
  expect(surveyTallyFaults(tally, { ...frame, weightScheme: null })).toEqual(faults);
});
