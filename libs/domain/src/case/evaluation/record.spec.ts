import { describe, expect, it } from '@jest/globals';
import { actors, evaluatedAgain, evaluatingItems, receivedItems } from '../case-story.fixture.ts';
import { appraisal, inspection, survey, vote } from './evaluation.fixture.ts';

const story = evaluatingItems();
const goodVote = vote('v1', [40, 12, 5, 1]);
const goodWave = survey('w1', [301, 420, 250, 120, 41]);

describe('a member vote', () => {
  it('is recorded as a tally with the day it was held', () => {
    expect(story.decides('RecordVote', goodVote)).toEqual([
      { type: 'VoteRecorded', data: { ...goodVote, votedOn: '2026-03-25' } },
    ]);
  });

  it('is recorded once however often it is sent', () => {
    expect(story.does('RecordVote', goodVote).decides('RecordVote', goodVote)).toEqual([]);
  });

  it('keeps its number to itself', () => {
    const other = { ...goodVote, meetingNo: 'SC-13' };
    expect(story.does('RecordVote', goodVote).decides('RecordVote', other)).toMatchObject({
      rejected: 'record.id-taken',
    });
  });

  it('on other items, or in a later cycle, is another vote', () => {
    const two = evaluatingItems({ items: ['i1', 'i2'] }).does('RecordVote', vote('v1', [10, 10, 30]));
    expect(two.decides('RecordVote', vote('v2', [40, 5, 5], ['i2']))).toHaveLength(1);
    const again = evaluatedAgain(two.does('Conclude', { itemIds: ['i1'] }), 'R2');
    expect(again.decides('RecordVote', vote('v2', [40, 5, 5]))).toHaveLength(1);
  });

  it('is void when more ballots come back than were issued', () => {
    const stuffed = { ...goodVote, issued: 57, collected: 58 };
    expect(story.decides('RecordVote', stuffed)).toEqual({
      rejected: 'vote.void',
      details: { collected: 58, issued: 57 },
    });
  });

  it.each([
    ['more present than eligible', { present: 62 }],
    ['more issued than present', { present: 57 }],
    ['valid and invalid that are not what was collected', { invalid: 2 }],
    ['counts that are not what was valid', { counts: { satisfied: 41, basic: 12, dissatisfied: 5 } }],
    ['half a ballot', { counts: { satisfied: 39.5, basic: 12.5, dissatisfied: 5 } }],
  ])('is refused with %s', (_what, wrong) => {
    expect(story.decides('RecordVote', { ...goodVote, ...wrong })).toMatchObject({
      rejected: 'vote.counts-wrong',
    });
  });

  it.each([
    ['no item', []],
    ['an item twice', ['i1', 'i1']],
  ])('is refused when it covers %s', (_what, coversItemIds) => {
    expect(story.decides('RecordVote', { ...goodVote, coversItemIds })).toMatchObject({
      rejected: 'record.items-wrong',
    });
  });

  it('covers known items under evaluation only', () => {
    expect(story.decides('RecordVote', { ...goodVote, coversItemIds: ['i9'] })).toMatchObject({
      rejected: 'item.unknown',
    });
    expect(receivedItems().decides('RecordVote', goodVote)).toMatchObject({ rejected: 'item.wrong-stage' });
  });

  it('is not counted by whoever handles the item', () => {
    expect(story.by(actors.market).decides('RecordVote', goodVote)).toMatchObject({
      rejected: 'evaluation.by-handler',
    });
    expect(story.by(actors.government).decides('RecordVote', goodVote)).toMatchObject({
      rejected: 'evaluation.by-handler',
    });
  });
});

describe('a survey wave', () => {
  it('is copied with its tally, once', () => {
    expect(story.decides('RecordSurveyWave', goodWave)).toEqual([
      { type: 'SurveyWaveRecorded', data: goodWave },
    ]);
    expect(story.does('RecordSurveyWave', goodWave).decides('RecordSurveyWave', goodWave)).toEqual([]);
  });

  it('is told apart by survey and wave', () => {
    const recorded = story.does('RecordSurveyWave', goodWave);
    expect(recorded.decides('RecordSurveyWave', { ...goodWave, frame: 'other' })).toMatchObject({
      rejected: 'record.id-taken',
    });
    expect(recorded.decides('RecordSurveyWave', { ...goodWave, waveId: 'w2' })).toHaveLength(1);
  });

  it('is never collected by the organ it judges', () => {
    const own = { ...goodWave, contractor: 'housing-bureau' };
    expect(story.decides('RecordSurveyWave', own)).toMatchObject({ rejected: 'survey.collected-by-organ' });
    expect(story.by(actors.housing).decides('RecordSurveyWave', goodWave)).toMatchObject({
      rejected: 'survey.collected-by-organ',
    });
  });

  it.each([
    { valid: 1131 },
    { issued: 1000 },
    { planned: 1151 },
    { weightedRatePerMille: 1001 },
    { weightedRatePerMille: 900 },
    { weightedRatePerMille: 900, weightScheme: '\u3000' },
    { marginPerMille: 1001 },
  ])('is refused with %j', (wrong) => {
    expect(story.decides('RecordSurveyWave', { ...goodWave, ...wrong })).toMatchObject({
      rejected: 'survey.counts-wrong',
    });
  });

  it('may have a weighted rate under a scheme of weights that has a name', () => {
    const weighted = { ...goodWave, weightScheme: 'by district', weightedRatePerMille: 900 };
    expect(story.decides('RecordSurveyWave', weighted)).toHaveLength(1);
    const nobody = survey('w2', [0, 0, 0, 10, 10]);
    const impossible = { ...nobody, weightScheme: 'by district', weightedRatePerMille: 900 };
    expect(story.decides('RecordSurveyWave', impossible)).toMatchObject({ rejected: 'survey.counts-wrong' });
  });

  it('covers known items only', () => {
    expect(story.decides('RecordSurveyWave', { ...goodWave, coversItemIds: ['i9'] })).toMatchObject({
      rejected: 'item.unknown',
    });
  });
});

describe('an inspection', () => {
  const visit = inspection('n1', 'not-done');

  it('is recorded once, also before the result is accepted', () => {
    expect(story.decides('RecordInspection', visit)).toEqual([{ type: 'InspectionRecorded', data: visit }]);
    expect(story.does('RecordInspection', visit).decides('RecordInspection', visit)).toEqual([]);
    const submitted = story.told({
      type: 'ResultSubmitted',
      data: {
        reportNo: 'R2',
        draftVersion: 1,
        signer: 'mayor',
        claims: [{ itemId: 'i1', claimedDisposition: 'resolved', evidence: [] }],
        departureReason: null,
        submittedOn: '2026-03-25',
      },
    });
    expect(submitted.item('i1').stage).toBe('SUBMITTED');
    expect(submitted.decides('RecordInspection', visit)).toHaveLength(1);
  });

  it('is refused under a taken number, at another stage, and by a handler', () => {
    expect(
      story.does('RecordInspection', visit).decides('RecordInspection', { ...visit, place: 'Jiangbei' }),
    ).toMatchObject({ rejected: 'record.id-taken' });
    expect(receivedItems().decides('RecordInspection', visit)).toMatchObject({
      rejected: 'item.wrong-stage',
    });
    expect(story.by(actors.housing).decides('RecordInspection', visit)).toMatchObject({
      rejected: 'evaluation.by-handler',
    });
    expect(story.decides('RecordInspection', { ...visit, findings: [] })).toMatchObject({
      rejected: 'record.items-wrong',
    });
  });
});

describe('an appraisal', () => {
  const graded = appraisal('basic');

  it('is recorded once', () => {
    expect(story.decides('RecordAppraisal', graded)).toEqual([{ type: 'AppraisalRecorded', data: graded }]);
    expect(story.does('RecordAppraisal', graded).decides('RecordAppraisal', graded)).toEqual([]);
  });

  it('is refused under a taken number and by a handler', () => {
    expect(
      story.does('RecordAppraisal', graded).decides('RecordAppraisal', { ...graded, grade: 'satisfied' }),
    ).toMatchObject({ rejected: 'record.id-taken' });
    expect(story.by(actors.market).decides('RecordAppraisal', graded)).toMatchObject({
      rejected: 'evaluation.by-handler',
    });
  });

  it.each([
    [10, 'satisfied'],
    [82, 'basic'],
    [82, 'dissatisfied'],
  ] as const)('with %d of 100 points is not %s', (scoreOutOf100, grade) => {
    const wrong = { ...graded, dimensions: [{ name: 'effect', scoreOutOf100 }], grade };
    expect(story.decides('RecordAppraisal', wrong)).toMatchObject({ rejected: 'appraisal.grade-wrong' });
  });

  it('without any score is refused', () => {
    expect(story.decides('RecordAppraisal', { ...graded, dimensions: [] })).toMatchObject({
      rejected: 'appraisal.scores-wrong',
    });
  });

  it.each([101, -1, 0.5])('is refused with a score of %d out of 100', (scoreOutOf100) => {
    const wrong = { ...graded, dimensions: [{ name: 'effect', scoreOutOf100 }] };
    expect(story.decides('RecordAppraisal', wrong)).toMatchObject({ rejected: 'appraisal.scores-wrong' });
  });
});
