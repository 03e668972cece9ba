import { surveyTallyFaults } from '../../evaluation/survey.ts';
import { refuseSecondVote } from '../evaluation/second-vote.ts';
import { onEachEvent } from './examination-rule.ts';

/** Records of instruments that contradict themselves, or took the place of an earlier one. */
export const evaluationRules = [
  onEachEvent('vote.already-held', (event, before) => {
    if (event.type !== 'VoteRecorded' || before.status === 'unopened') return [];
    const refusal = refuseSecondVote(before, event.data.coversItemIds);
    return refusal === null ? [] : [refusal.details ?? {}];
  }),
  onEachEvent('survey.counts-wrong', (event) => {
    const faults = event.type === 'SurveyWaveRecorded' ? surveyTallyFaults(event.data, event.data) : [];
    return faults.length === 0 ? [] : [{ faults }];
  }),
] as const;
