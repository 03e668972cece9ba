import type { DecisionsOf } from '../case.decisions.ts';

export const resultDecisions: DecisionsOf<
  'SubmitDraftResult' | 'GiveCommitteeOpinion' | 'SubmitResult' | 'AcceptForEvaluation' | 'ReturnResult'
> = {
  SubmitDraftResult: () => [],
  GiveCommitteeOpinion: () => [],
  SubmitResult: () => [],
  AcceptForEvaluation: () => [],
  ReturnResult: () => [],
};
