import type { Message } from '@duban/kernel';
import type { Outcome } from '../../ruleset/ruleset.ts';
import type { CollectionMode, Dimension, Evidence, FindingVerdict, Grade } from '../case.vocabulary.ts';
import type { NextCycle } from '../next-cycle.ts';

export type InspectionRecorded = Message<
  'InspectionRecorded',
  {
    readonly inspectionId: string;
    readonly date: string;
    readonly place: string;
    readonly participants: readonly string[];
    readonly findings: readonly {
      readonly itemId: string;
      readonly verdict: FindingVerdict;
      readonly note: string;
    }[];
  }
>;

/** A tally, never a ballot: secret ballots do not enter the log (section 4). */
export type VoteTally = {
  readonly eligible: number;
  readonly present: number;
  readonly issued: number;
  readonly collected: number;
  readonly valid: number;
  readonly counts: { readonly satisfied: number; readonly basic: number; readonly dissatisfied: number };
  readonly invalid: number;
};

export type VoteRecorded = Message<
  'VoteRecorded',
  VoteTally & {
    readonly voteId: string;
    readonly meetingNo: string;
    readonly question: string;
    readonly coversItemIds: readonly string[];
    readonly tellers: readonly string[];
    readonly ballotMode: 'paper' | 'terminal' | 'show-of-hands';
    readonly signedTallyHash: string;
    readonly votedOn: string;
  }
>;

/** Copy of a closed wave's tally from its `survey-<id>` stream. Rates are whole per mille. */
export type SurveyWaveRecorded = Message<
  'SurveyWaveRecorded',
  {
    readonly surveyId: string;
    readonly waveId: string;
    readonly coversItemIds: readonly string[];
    readonly instrument: CollectionMode;
    readonly population: string;
    readonly frame: string;
    readonly planned: number;
    readonly issued: number;
    readonly valid: number;
    readonly counts: {
      readonly verySatisfied: number;
      readonly satisfied: number;
      readonly basic: number;
      readonly dissatisfied: number;
      readonly veryDissatisfied: number;
    };
    readonly weightScheme: string | null;
    readonly weightedRatePerMille: number | null;
    readonly marginPerMille: number | null;
    readonly datasetHash: string;
    readonly contractor: string;
  }
>;

export type AppraisalRecorded = Message<
  'AppraisalRecorded',
  {
    readonly appraisalNo: string;
    readonly coversItemIds: readonly string[];
    readonly panel: readonly string[];
    readonly dimensions: readonly { readonly name: string; readonly scoreOutOf100: number }[];
    readonly grade: Grade;
  }
>;

export type EvaluationConcluded = Message<
  'EvaluationConcluded',
  {
    readonly itemId: string;
    readonly cycle: number;
    /** 1 or 2 for the two evaluations of a suggestion, else null. */
    readonly round: 1 | 2 | null;
    /** Computed from the inputs, never typed. */
    readonly outcome: Outcome;
    readonly ruleId: string;
    readonly inputs: readonly string[];
    /** The working body's verification spared this item when the vote on the whole report failed (section 2.6). */
    readonly sparedByVerification: boolean;
    /**
     * Dissatisfied conclusions of this item so far, this one included. In logs of the first releases 0 where this one is
     * not dissatisfied: a fold counts for itself.
     */
    readonly failures: number;
    /** Present when dissatisfied. */
    readonly next: NextCycle | null;
  }
>;

export type ReplySent = Message<
  'ReplySent',
  {
    readonly itemId: string;
    readonly replyNo: string;
    readonly signer: string;
    /** Letters need a scheme: A in one place is not A in another (section 3). */
    readonly scheme: string;
    readonly class: string;
    readonly text: string;
    readonly commitments: readonly { readonly id: string; readonly text: string; readonly dueOn: string }[];
    readonly toProposers: readonly string[];
    readonly sentOn: string;
  }
>;

export type ReplyEvaluated = Message<
  'ReplyEvaluated',
  {
    readonly itemId: string;
    readonly replyNo: string;
    readonly round: 1 | 2;
    readonly evaluator: string;
    /** The organ whose work is judged: each organ of a joint handling separately (section 2.7). */
    readonly organ: string;
    readonly dimensions: readonly { readonly dimension: Dimension; readonly grade: Grade }[];
    /** Required when dissatisfied (S3 art. 21). */
    readonly reasons: string | null;
  }
>;

export type CommitmentFulfilled = Message<
  'CommitmentFulfilled',
  { readonly itemId: string; readonly commitmentId: string; readonly evidence: readonly Evidence[] }
>;

export type CommitmentRolledOver = Message<
  'CommitmentRolledOver',
  {
    readonly itemId: string;
    readonly commitmentId: string;
    readonly newDueOn: string;
    readonly explanation: string;
  }
>;

export type EvaluationEvent =
  | InspectionRecorded
  | VoteRecorded
  | SurveyWaveRecorded
  | AppraisalRecorded
  | EvaluationConcluded
  | ReplySent
  | ReplyEvaluated
  | CommitmentFulfilled
  | CommitmentRolledOver;
