import { expect, it } from '@jest/globals';
import { actors, evaluatingItems } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { survey } from './evaluation.fixture.ts';

const wave = survey('w1', [300, 100, 50, 5, 5]);
const { issued, valid, counts, weightedRatePerMille, marginPerMille, datasetHash } = wave;
const tally = { issued, valid, counts, weightedRatePerMille, marginPerMille, datasetHash };
const story = evaluatingItems().by(actors.office);
type Looked = Required<CaseCommandData['RecordSurveyWave']>['closedWave'];
const records = (closedWave: Looked) => story.decides('RecordSurveyWave', { ...wave, closedWave });

it('a tally of a wave that no survey here holds is marked; one of ours is copied', () => {
  expect(records(null)).toEqual([
    { type: 'SurveyTalliedElsewhere', data: { surveyId: 's1', waveId: 'w1' } },
    { type: 'SurveyWaveRecorded', data: wave },
  ]);
  expect(records(tally)).toEqual([{ type: 'SurveyWaveRecorded', data: wave }]);
});

it('a copy that differs from the closed wave is refused', () => {
  const closedWave = { ...tally, issued: 500, counts: { ...counts, basic: 40, dissatisfied: 15 } };
  expect(records(closedWave)).toEqual({
    rejected: 'survey.other-than-closed',
    details: { surveyId: 's1', waveId: 'w1', fields: ['issued', 'basic', 'dissatisfied'] },
  });
});

it('said again it stands', () => {
  const recorded = story.does('RecordSurveyWave', { ...wave, closedWave: null });
  expect(recorded.decides('RecordSurveyWave', { ...wave, closedWave: null })).toEqual([]);
  expect(recorded.opened().records.surveys[0]?.data).toEqual(wave);
});
