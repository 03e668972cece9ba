import type { DecisionsOf } from '../case.decisions.ts';
import { conclude } from './evaluation/conclude.ts';
import { recordDecisions } from './evaluation/record.ts';

type EvaluationCommandType =
  'RecordInspection' | 'RecordVote' | 'RecordSurveyWave' | 'RecordAppraisal' | 'Conclude';

export const evaluationDecisions: DecisionsOf<EvaluationCommandType> = {
  ...recordDecisions,
  Conclude: conclude,
};
