import {
  closed,
  collectionMode,
  count,
  date,
  grade,
  id,
  listOf,
  oneOf,
  orNull,
  perMille,
  surveyCounts,
  surveyRule,
  text,
  whole,
} from '@duban/domain/schema';

const tally = closed({
  issued: count(),
  valid: count(),
  counts: surveyCounts(),
  weightedRatePerMille: orNull(perMille()),
  marginPerMille: orNull(perMille()),
  datasetHash: id(),
});

const result = closed({
  outcome: oneOf('satisfied', 'basic', 'dissatisfied', 'indicative'),
  reading: orNull(grade()),
  ruleId: id(),
  judgedBy: oneOf('weighted', 'unweighted'),
  positivePerMille: orNull(perMille()),
  topTwoPerMille: orNull(perMille()),
  valid: count(),
  minimumValid: count(),
});

export const surveySchemas = {
  SurveyDesigned: closed({
    surveyId: id(),
    caseId: id(),
    coversItemIds: listOf(id()),
    instrument: collectionMode(),
    population: text(),
    frame: text(),
    evaluatedOrgans: listOf(id()),
    collector: id(),
    contractor: text(),
    weightScheme: orNull(id()),
    ruleSet: id(),
    rule: surveyRule(),
  }),
  SurveyWaveOpened: closed({
    surveyId: id(),
    waveId: id(),
    cycle: whole(1),
    planned: count(),
    opensOn: date(),
    closesOn: date(),
  }),
  SurveyWaveClosed: closed({ surveyId: id(), waveId: id(), tally, result, closedOn: date() }),
};
