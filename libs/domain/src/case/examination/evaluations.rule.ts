import { surveyTallyFaults } from '../../evaluation/survey.ts';
import { earlierVotes } from '../evaluation/second-vote.ts';
import { onEachEvent } from './examination-rule.ts';

/** Records of instruments that contradict themselves, or took the place of an earlier one. */
export const evaluationRules = [
  onEachEvent('vote.already-held', (event, before) => {
    if (event.type !== 'VoteRecorded' || before.status === 'unopened') return [];
    const { voteId, coversItemIds } = event.data;
    // The ground of a repetition stands just before its vote.
    if (before.records.repetitions.some(({ data }) => data.voteId === voteId)) return [];
    const { itemId, votes } = earlierVotes(before, coversItemIds);
    const first = votes.at(0)?.data;
    return first === undefined ? [] : [{ itemId, voteId: first.voteId, on: first.votedOn }];
  }),
  onEachEvent('survey.counts-wrong', (event) => {
    const faults = event.type === 'SurveyWaveRecorded' ? surveyTallyFaults(event.data, event.data) : [];
    return faults.length === 0 ? [] : [{ faults }];
  }),
] as const;
