import { GRADES } from '../case/case.vocabulary.ts';
import type { Outcome } from '../ruleset/ruleset.ts';

/** One deputy's answer about one organ's work, in two dimensions of three levels each (S3). */
export type DeputyAnswer = { readonly attitude: Outcome; readonly result: Outcome };

export type DeputyOutcome = Outcome | 'not-evaluated';

export type DeputyResult = {
  readonly outcome: DeputyOutcome;
  readonly attitude: DeputyOutcome;
  readonly result: DeputyOutcome;
  readonly answered: number;
  readonly silent: number;
};

const FROM_WORST: readonly Outcome[] = GRADES.toReversed();

const worst = (grades: readonly Outcome[]): DeputyOutcome =>
  FROM_WORST.find((grade) => grades.includes(grade)) ?? 'not-evaluated';

/**
 * What proposer and co-signers say together; `null` is a deputy who did not answer. The worst answer in either
 * dimension decides, so that no deputy's "dissatisfied" is averaged away (section 3, DESIGN). Silence is never
 * satisfaction: it counts for nothing, and silence of all is "not evaluated" (section 3 item 9).
 */
export const deputyOutcome = (answers: readonly (DeputyAnswer | null)[]): DeputyResult => {
  const given = answers.filter((answer) => answer !== null);
  const attitude = given.map((answer) => answer.attitude);
  const result = given.map((answer) => answer.result);
  return {
    outcome: worst([...attitude, ...result]),
    attitude: worst(attitude),
    result: worst(result),
    answered: given.length,
    silent: answers.length - given.length,
  };
};
