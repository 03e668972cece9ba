import { ownEntry } from '../case/own-entry.ts';
import { rejected, type Rejected } from '@duban/kernel';
import { grade } from '../case/case.vocabulary.ts';
import { sameFacts } from '../equality/same-facts.ts';
import { SURVEY_RATES, surveyOutcome, surveyTallyFaults, type SurveyFrame } from '../evaluation/survey.ts';
import type { Data, Stored } from '../schema/data.ts';
import { closed, count, date, id, oneOf, orNull } from '../schema/parts.ts';
import { fileDigest } from '../schema/references.ts';
import { perMille, surveyCounts } from '../schema/survey-parts.ts';
import { refuseBiased, type SurveyRejection, type SurveyStep } from './survey-step.ts';

/** Tallies and a dataset hash only: answers, tokens and respondents never enter the log (section 4). */
const tallied = closed({
  issued: count(),
  valid: count(),
  counts: surveyCounts(),
  weightedRatePerMille: orNull(perMille()),
  marginPerMille: orNull(perMille()),
  datasetHash: fileDigest(),
});

/** Computed by the frozen rule, never typed. */
const result = closed({
  outcome: oneOf('satisfied', 'basic', 'dissatisfied', 'indicative'),
  reading: orNull(grade()),
  ruleId: id(),
  judgedBy: oneOf(...SURVEY_RATES),
  positivePerMille: orNull(perMille()),
  topTwoPerMille: orNull(perMille()),
  valid: count(),
  minimumValid: count(),
});

const wave = { surveyId: id(), waveId: id(), tally: tallied };
const sent = closed(wave);
const surveyWaveClosed = closed({ ...wave, result, closedOn: date() });

export type SurveyWaveTally = Data<typeof tallied>;
export type SurveyWaveClosed = Stored<'SurveyWaveClosed', typeof surveyWaveClosed>;

/** 64 hexadecimal digits (SHA-256 or SM3), the algorithm's name before a colon if given. */
const HASH = /^([a-z0-9]+:)?[0-9a-f]{64}$/;

const refuseTally = (tally: SurveyWaveTally, frame: SurveyFrame): Rejected<SurveyRejection> | null => {
  const faults = surveyTallyFaults(tally, frame);
  if (faults.length > 0) return rejected('survey.tally-inconsistent', { faults });
  return HASH.test(tally.datasetHash) ? null : rejected('survey.dataset-hash-invalid');
};

export const closeWave: SurveyStep<typeof sent, SurveyWaveClosed> = {
  label: { zh: '结束测评批次', en: 'Close a wave' },
  data: sent,
  who: ['supervision-office', 'working-body'],
  decide: ({ surveyId, waveId, tally }, survey, { actor, occurredOn: closedOn }) => {
    if (survey.status === 'undesigned') return rejected('survey.unknown');
    const { design, waves } = survey;
    const biased = refuseBiased(design, actor);
    if (biased !== null) return biased;
    const known = ownEntry(waves, waveId);
    if (known === undefined) return rejected('survey.wave-unknown', { waveId });
    if (known.closed !== null)
      return sameFacts(known.closed.tally, tally)
        ? []
        : rejected('survey.wave-closed-differently', { waveId });
    const { planned, opensOn } = known.opened;
    const refused = refuseTally(tally, { planned, weightScheme: design.weightScheme });
    if (refused !== null) return refused;
    if (closedOn < opensOn) return rejected('survey.closed-before-opening', { opensOn });
    const judged = surveyOutcome(design.rule, tally);
    return [{ type: 'SurveyWaveClosed', data: { surveyId, waveId, tally, result: judged, closedOn } }];
  },
  events: {
    SurveyWaveClosed: {
      data: surveyWaveClosed,
      seenBy: 'public',
      published: true,
      fold: (survey, { data }) => {
        const opened = survey.status === 'designed' ? survey.waves[data.waveId] : undefined;
        if (survey.status === 'undesigned' || opened === undefined) return survey;
        return { ...survey, waves: { ...survey.waves, [data.waveId]: { ...opened, closed: data } } };
      },
    },
  },
};
