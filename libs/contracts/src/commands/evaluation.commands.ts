import { Type } from '@sinclair/typebox';
import { evaluationSchemas } from '../events/schemas/evaluation.schemas.ts';
import { naming } from '@duban/domain/schema';

const only = { additionalProperties: false };

/** Replies to suggestions. */
export const evaluationCommands = {
  SendReply: Type.Omit(evaluationSchemas.ReplySent, ['sentOn'], only),
  EvaluateReply: evaluationSchemas.ReplyEvaluated,
  FulfilCommitment: naming(evaluationSchemas.CommitmentFulfilled),
  RollOverCommitment: evaluationSchemas.CommitmentRolledOver,
};
