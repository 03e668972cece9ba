import { describe, expect, it } from '@jest/globals';
import { deciding, officer, stateAfter } from '../given.fixture.ts';
import { cqDefault1 } from '../ruleset/cq-default.ts';
import { contextOn } from '../register/placed.fixture.ts';
import type { Placed } from '../register/register.ts';
import type { SurveyWaveTally } from './close-wave.step.ts';
import type { SurveyDesign } from './design-survey.step.ts';
import type { SurveyWave } from './open-wave.step.ts';
import { surveyDecider, type SurveyCommand } from './survey.register.ts';
import { surveyStream } from './survey-step.ts';
import { openWaveOf } from './survey.state.ts';

const decide = deciding(surveyDecider);
const surveyId = 's1';
const context = contextOn('2026-05-20');
const byOrgan = { ...context, actor: { ...officer, organ: 'cq-civil-affairs' } };

const design: SurveyDesign = {
  surveyId,
  caseId: 'c2',
  coversItemIds: ['i1', 'i2'],
  instrument: 'door-to-door',
  population: '社区居民',
  frame: 'household register',
  evaluatedOrgans: ['cq-civil-affairs', 'cq-commerce'],
  collector: 'cq-so',
  contractor: 'institute',
  weightScheme: null,
  ruleSet: 'cq-default@1',
  rule: cqDefault1.survey,
};
const wave: SurveyWave = {
  surveyId,
  waveId: 'w1',
  cycle: 1,
  planned: 1200,
  opensOn: '2026-05-01',
  closesOn: '2026-05-31',
};
const tally: SurveyWaveTally = {
  issued: 1200,
  valid: 1132,
  counts: { verySatisfied: 301, satisfied: 420, basic: 250, dissatisfied: 120, veryDissatisfied: 41 },
  weightedRatePerMille: null,
  marginPerMille: 29,
  datasetHash: 'a'.repeat(64),
};

const designing = (more: Partial<SurveyDesign> = {}): Placed<SurveyCommand> => ({
  type: 'DesignSurvey',
  data: { ...design, ...more },
  context,
});
const opening = (more: Partial<SurveyWave> = {}): Placed<SurveyCommand> => ({
  type: 'OpenWave',
  data: { ...wave, ...more },
  context,
});
const closing = (more: Partial<SurveyWaveTally> = {}, waveId = 'w1'): Placed<SurveyCommand> => ({
  type: 'CloseWave',
  data: { surveyId, waveId, tally: { ...tally, ...more } },
  context,
});

it('lives in a stream of its own', () => {
  expect(surveyStream(surveyId)).toBe('survey-s1');
});

describe('accepts', () => {
  it('a design', () => {
    expect(decide(designing()).last).toEqual([{ type: 'SurveyDesigned', data: design }]);
  });

  it('a wave, and a second one when the first is closed', () => {
    expect(decide(designing(), opening()).last).toEqual([{ type: 'SurveyWaveOpened', data: wave }]);
    const second = opening({ waveId: 'w2', cycle: 2 });
    expect(decide(designing(), opening(), closing(), second).last).toMatchObject([
      { data: { waveId: 'w2' } },
    ]);
  });

  it('a wave whose id every object answers to', () => {
    const odd = opening({ waveId: 'constructor' });
    expect(decide(designing(), odd).last).toMatchObject([{ data: { waveId: 'constructor' } }]);
  });

  it('a closing tally, and computes what it says', () => {
    expect(decide(designing(), opening(), closing()).last).toEqual([
      {
        type: 'SurveyWaveClosed',
        data: {
          surveyId,
          waveId: 'w1',
          tally,
          closedOn: '2026-05-20',
          result: {
            outcome: 'satisfied',
            reading: 'satisfied',
            ruleId: 'survey-positive-rate',
            judgedBy: 'unweighted',
            positivePerMille: 858,
            topTwoPerMille: 637,
            valid: 1132,
            minimumValid: 385,
          },
        },
      },
    ]);
  });

  it('a small wave, but only as an indication', () => {
    const counts = { verySatisfied: 384, satisfied: 0, basic: 0, dissatisfied: 0, veryDissatisfied: 0 };
    expect(decide(designing(), opening(), closing({ valid: 384, counts })).last).toMatchObject([
      { type: 'SurveyWaveClosed', data: { result: { outcome: 'indicative', reading: 'satisfied' } } },
    ]);
  });

  it('a wave of one day, closed on that day', () => {
    const oneDay = opening({ opensOn: context.occurredOn, closesOn: context.occurredOn });
    expect(decide(designing(), oneDay, closing()).last).toMatchObject([
      { type: 'SurveyWaveClosed', data: { closedOn: context.occurredOn } },
    ]);
  });

  it('a hash that names its algorithm', () => {
    const datasetHash = `sm3:${'b'.repeat(64)}`;
    expect(decide(designing(), opening(), closing({ datasetHash })).last).toMatchObject([
      { type: 'SurveyWaveClosed' },
    ]);
  });
});

describe('decides nothing', () => {
  it.each<readonly [string, readonly Placed<SurveyCommand>[]]>([
    ['designed again', [designing(), designing()]],
    ['opened again', [designing(), opening(), opening()]],
    ['opened again after closing', [designing(), opening(), closing(), opening()]],
    ['closed again', [designing(), opening(), closing(), closing()]],
    [
      'closed again on another day',
      [
        designing(),
        opening(),
        closing(),
        { ...closing(), context: { ...context, occurredOn: '2026-06-01' } },
      ],
    ],
  ])('when %s', (_, commands) => {
    expect(decide(...commands).last).toEqual([]);
  });
});

describe('refuses', () => {
  const organ = 'cq-civil-affairs';
  const own = { rejected: 'survey.collected-by-evaluated-organ', details: { organ } };
  const as = (command: SurveyCommand): Placed<SurveyCommand> => ({ ...command, context: byOrgan });
  const badPlan = { rejected: 'survey.wave-plan-invalid' };

  it.each<readonly [string, readonly Placed<SurveyCommand>[], object]>([
    [
      'a second design',
      [designing(), designing({ frame: 'other' })],
      { rejected: 'survey.known-differently' },
    ],
    [
      'another survey’s command',
      [designing(), opening({ surveyId: 's2' })],
      { rejected: 'survey.other-id', details: { surveyId } },
    ],
    ['a survey about nothing', [designing({ coversItemIds: [] })], { rejected: 'survey.covers-no-item' }],
    [
      'a survey about nobody',
      [designing({ evaluatedOrgans: [] })],
      { rejected: 'survey.evaluates-no-organ' },
    ],
    ['a wave without a design', [opening()], { rejected: 'survey.unknown' }],
    ['a closing without a design', [closing()], { rejected: 'survey.unknown' }],
    ['an evaluated organ as collector', [designing({ collector: organ })], own],
    ['an evaluated organ as contractor', [designing({ contractor: organ })], own],
    ['a design by an evaluated organ', [as(designing())], own],
    ['a wave opened by an evaluated organ', [designing(), as(opening())], own],
    ['a wave closed by an evaluated organ', [designing(), opening(), as(closing())], own],
    [
      'the same wave with another plan',
      [designing(), opening(), opening({ planned: 1300 })],
      { rejected: 'survey.wave-known-differently', details: { waveId: 'w1' } },
    ],
    ['a wave that ends before it begins', [designing(), opening({ closesOn: '2026-04-30' })], badPlan],
    ['a wave that opens on no day', [designing(), opening({ opensOn: '2026-02-30' })], badPlan],
    ['a wave that closes on no day', [designing(), opening({ closesOn: 'never' })], badPlan],
    ['a wave for nobody', [designing(), opening({ planned: 0 })], badPlan],
    ['a wave of cycle 0', [designing(), opening({ cycle: 0 })], badPlan],
    [
      'two open waves',
      [designing(), opening(), opening({ waveId: 'w2' })],
      { rejected: 'survey.another-wave-open', details: { waveId: 'w1' } },
    ],
    [
      'to close a wave that was never opened',
      [designing(), opening(), closing({}, 'w2')],
      { rejected: 'survey.wave-unknown', details: { waveId: 'w2' } },
    ],
    [
      'a second tally',
      [designing(), opening(), closing(), closing({ marginPerMille: 30 })],
      { rejected: 'survey.wave-closed-differently', details: { waveId: 'w1' } },
    ],
    [
      'to close before the wave opened',
      [designing(), opening({ opensOn: '2026-05-21' }), closing()],
      { rejected: 'survey.closed-before-opening', details: { opensOn: '2026-05-21' } },
    ],
    [
      'a tally that does not add up',
      [designing(), opening(), closing({ valid: 1131 })],
      { rejected: 'survey.tally-inconsistent', details: { faults: ['counts-are-not-valid'] } },
    ],
    [
      'a hash that is none',
      [designing(), opening(), closing({ datasetHash: 'x' })],
      { rejected: 'survey.dataset-hash-invalid' },
    ],
  ])('%s', (_, commands, refusal) => {
    expect(decide(...commands).last).toEqual(refusal);
  });
});

it('judges by the rule frozen at the design, not by a later one', () => {
  const strict = { ...cqDefault1.survey, id: 'strict', goodPerMille: 900 };
  expect(decide(designing({ rule: strict }), opening(), closing()).last).toMatchObject([
    { data: { result: { outcome: 'basic', ruleId: 'strict' } } },
  ]);
});

it('knows its open wave', () => {
  const opened = decide(designing(), opening()).state;
  const closed = decide(designing(), opening(), closing()).state;
  expect(opened.status === 'designed' && openWaveOf(opened)).toEqual(wave);
  expect(closed.status === 'designed' && openWaveOf(closed)).toBeUndefined();
});

it('folds events of a stream without a beginning into nothing', () => {
  expect(stateAfter(surveyDecider, [{ type: 'SurveyWaveOpened', data: wave }])).toEqual({
    status: 'undesigned',
  });
  const result = decide(designing(), opening(), closing()).events.slice(0, 1);
  const [, , closed] = decide(designing(), opening(), closing()).events;
  const folded = stateAfter(surveyDecider, closed === undefined ? [] : [...result, closed]);
  expect(folded).toEqual({ status: 'designed', design, waves: {} });
});
