import type { EvolutionsOf } from '../case.decisions.ts';
import type { EvaluationEvent } from '../events/evaluation.events.ts';
import type { OpenedCase } from '../case.state.ts';

const unchanged = (state: OpenedCase): OpenedCase => state;

export const evaluationEvolutions: EvolutionsOf<EvaluationEvent['type']> = {
  InspectionRecorded: unchanged,
  VoteRecorded: unchanged,
  SurveyWaveRecorded: unchanged,
  AppraisalRecorded: unchanged,
  EvaluationConcluded: unchanged,
  ItemClosed: unchanged,
  LookBackScheduled: unchanged,
  LookBackPassed: unchanged,
  RelapseFound: unchanged,
  ItemReopened: unchanged,
  ItemMerged: unchanged,
  ItemWithdrawn: unchanged,
  EscalationRaised: unchanged,
  EscalationDecided: unchanged,
  ReplySent: unchanged,
  ReplyEvaluated: unchanged,
  CommitmentFulfilled: unchanged,
  CommitmentRolledOver: unchanged,
};
