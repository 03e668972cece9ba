import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { appraisalGrade } from '../../../evaluation/appraisal.ts';
import { surveyTallyFaults } from '../../../evaluation/survey.ts';
import { voteTallyFaults } from '../../../evaluation/vote.ts';
import type { CaseDecision, DecisionsOf } from '../../case.decisions.ts';
import type { CaseEvent } from '../../case.events.ts';
import type { CaseCommandData } from '../../case.commands.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { Fact, OpenedCase } from '../../case.state.ts';
import type { CommandContext } from '../../command-context.ts';
import { handled } from '../../handlers.ts';
import { sameFacts } from '../../../equality/same-facts.ts';
import { refuseCoverage } from './coverage.ts';
import { unlessFailurePending } from './pending-failure.ts';
import { unlessVotedOn } from './voted-on.ts';
import { pinnedRules } from '../../pinned-rules.ts';
import { ownEntry } from '../../own-entry.ts';

/** Nothing where the same record stands; a refusal where another one bears its number; null where it is new. */
const alreadyRecorded = (standing: Fact<object> | undefined, event: CaseEvent): CaseDecision | null => {
  if (standing === undefined) return null;
  return sameFacts(standing.data, event.data)
    ? []
    : rejected('record.id-taken', { eventId: standing.eventId });
};

type Refusal = Rejected<CaseRejection> | null;

/** What is found after a vote has failed counts in the next cycle. */
const unlessAllConcluded = (
  state: OpenedCase,
  itemIds: readonly string[],
  context: CommandContext,
): Refusal => {
  for (const itemId of itemIds) {
    const item = ownEntry(state.items, itemId);
    const refusal = item === undefined ? null : unlessFailurePending(state, item, context);
    if (refusal !== null) return refusal;
  }
  return null;
};

/** The grade is what the scores amount to, under the rules of every item that is appraised. */
const unlessGradeFits = (
  state: OpenedCase,
  { coversItemIds, dimensions, grade }: CaseCommandData['RecordAppraisal'],
  context: CommandContext,
): Refusal => {
  if (dimensions.length === 0 || !dimensions.every(({ scoreOutOf100 }) => isScore(scoreOutOf100)))
    return rejected('appraisal.scores-wrong');
  for (const itemId of coversItemIds) {
    const item = ownEntry(state.items, itemId);
    const rules = item === undefined ? null : pinnedRules(item, context);
    if (rules === null) continue;
    if (isRejected(rules)) return rules;
    const computed = appraisalGrade(rules.survey, dimensions);
    if (computed !== grade) return rejected('appraisal.grade-wrong', { itemId, computed });
  }
  return null;
};

const isScore = (n: number): boolean => Number.isSafeInteger(n) && n >= 0 && n <= 100;

/** Instruments of section 4. Only tallies are recorded: no ballot, no answer of a single resident. */
export const recordDecisions: DecisionsOf<
  'RecordInspection' | 'RecordVote' | 'RecordSurveyWave' | 'RecordAppraisal'
> = {
  /** Also before the result is accepted: a visit may be why it goes back (section 6, example 2). */
  RecordInspection: (data, state, context) => {
    const event = { type: 'InspectionRecorded', data } as const;
    const standing = state.records.inspections.find(
      (record) => record.data.inspectionId === data.inspectionId,
    );
    const itemIds = data.findings.map(({ itemId }) => itemId);
    return (
      alreadyRecorded(standing, event) ??
      refuseCoverage(state, { itemIds, stages: ['SUBMITTED', 'EVALUATING'] }, context) ??
      unlessAllConcluded(state, itemIds, context) ?? [event]
    );
  },

  /** More ballots collected than issued void the vote: nothing is recorded, it is held again (section 4). */
  RecordVote: (data, state, context) => {
    const event = { type: 'VoteRecorded', data: { ...data, votedOn: context.occurredOn } } as const;
    const standing = state.records.votes.find((record) => record.data.voteId === data.voteId);
    const refusal =
      alreadyRecorded(standing, event) ??
      refuseCoverage(state, { itemIds: data.coversItemIds, stages: ['EVALUATING'] }, context) ??
      unlessVotedOn(state, data.coversItemIds);
    if (refusal !== null) return refusal;
    const { issued, collected } = data;
    if (collected > issued) return rejected('vote.void', { collected, issued });
    const faults = voteTallyFaults(data);
    return faults.length > 0 ? rejected('vote.counts-wrong', { faults }) : [event];
  },

  /** The organ never collects its own evaluation, neither itself nor as the contractor (S23). */
  RecordSurveyWave: (data, state, context) => {
    const event = { type: 'SurveyWaveRecorded', data } as const;
    const { surveyId, waveId, coversItemIds, contractor } = data;
    const standing = state.records.surveys.find(
      (record) => record.data.surveyId === surveyId && record.data.waveId === waveId,
    );
    const known = alreadyRecorded(standing, event);
    if (known !== null) return known;
    const own = coversItemIds.find((itemId) => {
      const item = ownEntry(state.items, itemId);
      return (
        item !== undefined && [contractor, context.actor.organ].some((organ) => handled(state, item, organ))
      );
    });
    if (own !== undefined) return rejected('survey.collected-by-organ', { itemId: own, contractor });
    const refusal = refuseCoverage(state, { itemIds: coversItemIds, stages: ['EVALUATING'] }, context);
    if (refusal !== null) return refusal;
    const faults = surveyTallyFaults(data, data);
    return faults.length > 0 ? rejected('survey.counts-wrong', { faults }) : [event];
  },

  RecordAppraisal: (data, state, context) => {
    const event = { type: 'AppraisalRecorded', data } as const;
    const standing = state.records.appraisals.find((record) => record.data.appraisalNo === data.appraisalNo);
    return (
      alreadyRecorded(standing, event) ??
      refuseCoverage(state, { itemIds: data.coversItemIds, stages: ['EVALUATING'] }, context) ??
      unlessGradeFits(state, data, context) ?? [event]
    );
  },
};
