import type { DecisionsOf } from '../case.decisions.ts';

type EvaluationCommandType =
  'RecordInspection' | 'RecordVote' | 'RecordSurveyWave' | 'RecordAppraisal' | 'Conclude';

export const evaluationDecisions: DecisionsOf<EvaluationCommandType> = {
  RecordInspection: () => [],
  RecordVote: () => [],
  RecordSurveyWave: () => [],
  RecordAppraisal: () => [],
  Conclude: () => [],
};
