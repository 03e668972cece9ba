import { ownEntry } from '../own-entry.ts';
import { deputyOutcome, type DeputyAnswer } from '../../evaluation/deputy.ts';
import { surveyOutcome } from '../../evaluation/survey.ts';
import { voteOutcome } from '../../evaluation/vote.ts';
import type { Instruments } from '../../evaluation/combine.ts';
import type { Instrument } from '../case.vocabulary.ts';
import type { Outcome, RuleSet } from '../../ruleset/ruleset.ts';
import type { EvaluationRecord, Fact, ItemState, OpenedCase } from '../case.state.ts';
import type { Dimension, FindingVerdict } from '../case.vocabulary.ts';
import type { ReplyEvaluated } from '../suggestion/evaluate-reply.step.ts';
import { openRound } from '../suggestion/rounds.ts';
import type { InspectionRecorded } from './record-inspection.step.ts';
import type { SurveyWaveRecorded } from './record-survey-wave.step.ts';
import type { VoteRecorded } from './record-vote.step.ts';

/** What the present cycle of an item has been told by each instrument; of several records the latest counts. */
export type Inputs = {
  readonly vote: EvaluationRecord<VoteRecorded['data']> | null;
  readonly survey: EvaluationRecord<SurveyWaveRecorded['data']> | null;
  readonly finding: {
    readonly eventId: string;
    readonly on: string;
    readonly revision: number;
    readonly verdict: FindingVerdict;
  } | null;
  readonly appraisal: { readonly eventId: string; readonly grade: Outcome } | null;
  readonly answers: readonly Fact<ReplyEvaluated['data']>[];
};

const latest = <Data extends object>(
  records: readonly EvaluationRecord<Data>[],
  item: ItemState,
): EvaluationRecord<Data> | null =>
  records.findLast(({ cycleOf }) => ownEntry(cycleOf, item.itemId) === item.cycle?.n) ?? null;

const findingOf = (
  inspection: EvaluationRecord<InspectionRecorded['data']> | null,
  wanted: string,
): Inputs['finding'] => {
  const finding = inspection?.data.findings.find(({ itemId }) => itemId === wanted);
  return inspection === null || finding === undefined
    ? null
    : {
        ...{ eventId: inspection.eventId, on: inspection.on, revision: inspection.revision },
        verdict: finding.verdict,
      };
};

export const inputsOf = ({ records }: OpenedCase, item: ItemState): Inputs => {
  const appraisal = latest(records.appraisals, item);
  return {
    vote: latest(records.votes, item),
    survey: latest(records.surveys, item),
    finding: findingOf(latest(records.inspections, item), item.itemId),
    appraisal: appraisal === null ? null : { eventId: appraisal.eventId, grade: appraisal.data.grade },
    answers: (item.cycle?.replyEvaluations ?? []).filter(({ data }) => data.round === openRound(item)),
  };
};

/** The same inputs as they stand now, found by the events that a conclusion names; `item` stands in that conclusion's cycle. */
export const inputsNamed = (
  { records }: OpenedCase,
  item: ItemState,
  eventIds: readonly string[],
): Inputs => {
  const named = <Kept extends Fact<object>>(facts: readonly Kept[]): readonly Kept[] =>
    facts.filter(({ eventId }) => eventIds.includes(eventId));
  const inspection = named(records.inspections).at(-1) ?? null;
  const appraisal = named(records.appraisals).at(-1) ?? null;
  return {
    vote: named(records.votes).at(-1) ?? null,
    survey: named(records.surveys).at(-1) ?? null,
    finding: findingOf(inspection, item.itemId),
    appraisal: appraisal && { eventId: appraisal.eventId, grade: appraisal.data.grade },
    answers: named(item.cycle?.replyEvaluations ?? []),
  };
};

/** The events a conclusion rests on, in a stable order. */
export const inputIds = ({ vote, survey, finding, appraisal, answers }: Inputs): readonly string[] =>
  [vote, survey, finding, appraisal, ...answers].flatMap((input) => (input === null ? [] : [input.eventId]));

const answerOf = ({ data }: Fact<ReplyEvaluated['data']>): DeputyAnswer | null => {
  const grade = (wanted: Dimension): Outcome | undefined =>
    data.dimensions.find(({ dimension }) => dimension === wanted)?.grade;
  const [attitude, result] = [grade('attitude'), grade('result')];
  return attitude === undefined || result === undefined ? null : { attitude, result };
};

/** The same in the words of the outcome rules; what was not used is absent. A finding is the verifier's, on site or not. */
export const instrumentsOf = (inputs: Inputs, rules: RuleSet): Instruments => ({
  ...(inputs.vote === null ? {} : { vote: voteOutcome(rules.vote, inputs.vote.data).outcome }),
  ...(inputs.survey === null ? {} : { survey: surveyOutcome(rules.survey, inputs.survey.data).outcome }),
  ...(inputs.appraisal === null ? {} : { appraisal: inputs.appraisal.grade }),
  ...(inputs.finding === null
    ? {}
    : { verification: inputs.finding.verdict, inspection: inputs.finding.verdict }),
  ...(inputs.answers.length === 0
    ? {}
    : { 'deputy-evaluation': deputyOutcome(inputs.answers.map(answerOf)).outcome }),
});

/** Used, and able to say something: an indicative survey cannot close an item (section 4). */
export const usedInstruments = (instruments: Instruments): readonly Instrument[] =>
  (Object.keys(instruments) as Instrument[]).filter((name) => {
    const said = instruments[name];
    return said !== 'indicative' && said !== 'void' && said !== 'not-evaluated';
  });

export const ruleIdOf = (decidedBy: Instrument | null, { vote, survey }: RuleSet): string => {
  if (decidedBy === 'vote') return vote.id;
  return decidedBy === 'survey' ? survey.id : (decidedBy ?? 'chairpersons-council');
};
