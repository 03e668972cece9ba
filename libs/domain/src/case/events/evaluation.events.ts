import type { Message } from '@duban/kernel';
import type { Dimension, Evidence, Grade } from '../case.vocabulary.ts';

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

export type EvaluationEvent = ReplySent | ReplyEvaluated | CommitmentFulfilled | CommitmentRolledOver;
