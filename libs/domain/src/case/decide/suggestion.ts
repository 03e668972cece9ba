import type { DecisionsOf } from '../case.decisions.ts';

export const suggestionDecisions: DecisionsOf<
  'SendReply' | 'EvaluateReply' | 'FulfilCommitment' | 'RollOverCommitment'
> = {
  SendReply: () => [],
  EvaluateReply: () => [],
  FulfilCommitment: () => [],
  RollOverCommitment: () => [],
};
