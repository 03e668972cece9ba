import { Type } from '@sinclair/typebox';
import { evaluationSchemas } from '../events/schemas/evaluation.schemas.ts';
import { closed, id, naming } from '@duban/domain/schema';

const only = { additionalProperties: false };

/** Evaluation, closing, look-back; replies to suggestions; imported registers. */
export const evaluationCommands = {
  RecordInspection: evaluationSchemas.InspectionRecorded,
  RecordVote: naming(Type.Omit(evaluationSchemas.VoteRecorded, ['votedOn'], only)),
  RecordSurveyWave: evaluationSchemas.SurveyWaveRecorded,
  RecordAppraisal: evaluationSchemas.AppraisalRecorded,
  Conclude: closed({ itemIds: Type.Array(id(), { minItems: 1 }) }),
  SendReply: Type.Omit(evaluationSchemas.ReplySent, ['sentOn'], only),
  EvaluateReply: evaluationSchemas.ReplyEvaluated,
  FulfilCommitment: naming(evaluationSchemas.CommitmentFulfilled),
  RollOverCommitment: evaluationSchemas.CommitmentRolledOver,
};
