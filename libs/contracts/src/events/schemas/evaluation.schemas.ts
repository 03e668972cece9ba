import { Type } from '@sinclair/typebox';
import { perMille, surveyCounts } from './survey-parts.ts';
import {
  closed,
  collectionMode,
  count,
  cycleCause,
  date,
  dueDate,
  evidence,
  flag,
  freeText,
  grade,
  id,
  listOf,
  oneOf,
  orNull,
  person,
  shape,
  text,
  whole,
} from '@duban/domain/schema';

const round = () => Type.Union([Type.Literal(1), Type.Literal(2)]);
const nextCycle = () => shape('NextCycle', { cycle: whole(1), cause: cycleCause(), due: dueDate() });

/** What was measured: visits, votes, surveys, appraisals. */
const instrumentSchemas = {
  InspectionRecorded: closed({
    inspectionId: id(),
    date: date(),
    place: text(),
    participants: listOf(id()),
    findings: listOf(
      closed({ itemId: id(), verdict: oneOf('verified', 'partly', 'not-done'), note: freeText() }),
    ),
  }),
  VoteRecorded: closed({
    voteId: id(),
    meetingNo: text(),
    question: text(),
    coversItemIds: listOf(id()),
    eligible: count(),
    present: count(),
    issued: count(),
    collected: count(),
    valid: count(),
    counts: closed({ satisfied: count(), basic: count(), dissatisfied: count() }),
    invalid: count(),
    tellers: listOf(person()),
    ballotMode: oneOf('paper', 'terminal', 'show-of-hands'),
    signedTallyHash: id(),
    votedOn: date(),
  }),
  SurveyWaveRecorded: closed({
    surveyId: id(),
    waveId: id(),
    coversItemIds: listOf(id()),
    instrument: collectionMode(),
    population: text(),
    frame: text(),
    planned: count(),
    issued: count(),
    valid: count(),
    counts: surveyCounts(),
    weightScheme: orNull(id()),
    weightedRatePerMille: orNull(perMille()),
    marginPerMille: orNull(perMille()),
    datasetHash: id(),
    contractor: text(),
  }),
  AppraisalRecorded: closed({
    appraisalNo: id(),
    coversItemIds: listOf(id()),
    panel: listOf(id()),
    dimensions: listOf(closed({ name: text(), scoreOutOf100: Type.Integer({ minimum: 0, maximum: 100 }) })),
    grade: grade(),
  }),
};

/** What was concluded from it: closing, look-back, reopening, merging, escalation. */
const conclusionSchemas = {
  EvaluationConcluded: closed({
    itemId: id(),
    cycle: whole(1),
    round: orNull(round()),
    outcome: grade(),
    ruleId: id(),
    inputs: listOf(id()),
    sparedByVerification: flag(),
    failures: count(),
    next: orNull(nextCycle()),
  }),
};

/** Replies to deputies' suggestions and the two evaluations of them. */
const replySchemas = {
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

export const evaluationSchemas = { ...instrumentSchemas, ...conclusionSchemas, ...replySchemas };
