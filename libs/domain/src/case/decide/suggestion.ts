import type { DecisionsOf } from '../case.decisions.ts';
import { commitmentDecisions } from './suggestion/commitments.ts';
import { evaluateReply } from './suggestion/evaluate-reply.ts';
import { sendReply } from './suggestion/send-reply.ts';

type SuggestionCommandType = 'SendReply' | 'EvaluateReply' | 'FulfilCommitment' | 'RollOverCommitment';

export const suggestionDecisions: DecisionsOf<SuggestionCommandType> = {
  SendReply: sendReply,
  EvaluateReply: evaluateReply,
  ...commitmentDecisions,
};
