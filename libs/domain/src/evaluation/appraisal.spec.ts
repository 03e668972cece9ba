import { expect, it } from '@jest/globals';
import { appraisalGrade } from './appraisal.ts';

const rule = { goodPerMille: 800, basicPerMille: 600 };
const scored = (...scores: readonly number[]) =>
  appraisalGrade(
    rule,
    scores.map((scoreOutOf100) => ({ scoreOutOf100 })),
  );

it.each([
  [[80], 'satisfied'],
  [[79], 'basic'],
  [[60], 'basic'],
  [[59], 'dissatisfied'],
  [[10], 'dissatisfied'],
  [[100, 60], 'satisfied'],
  [[100, 60, 79], 'basic'],
  [[100, 0], 'dissatisfied'],
] as const)('an appraisal of %j is %s', (scores, grade) => {
  expect(scored(...scores)).toBe(grade);
});

it('an appraisal without any score has no grade', () => {
  expect(scored()).toBeNull();
});
