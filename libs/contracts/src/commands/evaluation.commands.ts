import { Type } from '@sinclair/typebox';
import { evaluationSchemas } from '../events/schemas/evaluation.schemas.ts';
import {
  closed,
  date,
  disposition,
  evidence,
  flag,
  freeText,
  id,
  listOf,
  naming,
  oneOf,
  person,
} from '@duban/domain/schema';

const only = { additionalProperties: false };

/** Evaluation, closing, look-back; replies to suggestions; imported registers. */
export const evaluationCommands = {
  RecordInspection: evaluationSchemas.InspectionRecorded,
  RecordVote: naming(Type.Omit(evaluationSchemas.VoteRecorded, ['votedOn'], only)),
  RecordSurveyWave: evaluationSchemas.SurveyWaveRecorded,
  RecordAppraisal: evaluationSchemas.AppraisalRecorded,
  Conclude: closed({ itemIds: Type.Array(id(), { minItems: 1 }) }),
  CloseItem: closed({
    itemId: id(),
    disposition: disposition(),
    verifier: id(),
    signer: person(),
    publish: flag(),
  }),
  ScheduleLookBack: closed({ itemId: id(), dueDate: Type.Optional(date()) }),
  RecordLookBack: Type.Union([
    closed({
      itemId: id(),
      passed: Type.Literal(true),
      findings: freeText(),
      widerImplications: Type.Optional(freeText()),
    }),
    naming(
      closed({
        itemId: id(),
        passed: Type.Literal(false),
        findings: freeText(),
        severity: oneOf('minor', 'serious', 'grave'),
        evidence: evidence(),
      }),
    ),
  ]),
  Reopen: closed({ itemId: id(), reason: freeText(), fixedDueDate: Type.Optional(date()) }),
  MergeInto: closed({ itemId: id(), intoItemId: id() }),
  Withdraw: closed({
    itemId: id(),
    reason: freeText(),
    consentDocs: listOf(id()),
    consentOf: Type.Optional(listOf(person())),
  }),
  SendReply: Type.Omit(evaluationSchemas.ReplySent, ['sentOn'], only),
  EvaluateReply: evaluationSchemas.ReplyEvaluated,
  FulfilCommitment: naming(evaluationSchemas.CommitmentFulfilled),
  RollOverCommitment: evaluationSchemas.CommitmentRolledOver,
};
