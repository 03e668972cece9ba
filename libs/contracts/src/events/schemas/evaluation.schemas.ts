import { Type } from '@sinclair/typebox';
import {
  closed,
  date,
  evidence,
  freeText,
  grade,
  id,
  listOf,
  oneOf,
  orNull,
  person,
} from '@duban/domain/schema';

const round = () => Type.Union([Type.Literal(1), Type.Literal(2)]);

/** Replies to deputies' suggestions and the two evaluations of them. */
export const evaluationSchemas = {
  ReplySent: closed({
    itemId: id(),
    replyNo: id(),
    signer: person(),
    scheme: id(),
    class: id(),
    text: freeText(),
    commitments: listOf(closed({ id: id(), text: freeText(), dueOn: date() })),
    toProposers: listOf(person()),
    sentOn: date(),
  }),
  ReplyEvaluated: closed({
    itemId: id(),
    replyNo: id(),
    round: round(),
    evaluator: person(),
    organ: id(),
    dimensions: listOf(closed({ dimension: oneOf('attitude', 'result'), grade: grade() })),
    reasons: orNull(freeText()),
  }),
  CommitmentFulfilled: closed({ itemId: id(), commitmentId: id(), evidence: evidence() }),
  CommitmentRolledOver: closed({
    itemId: id(),
    commitmentId: id(),
    newDueOn: date(),
    explanation: freeText(),
  }),
};
