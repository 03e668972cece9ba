import { describe, expect, it } from '@jest/globals';
import { actors, receivedItems, type Story } from '../../case-story.fixture.ts';
import type { CaseCommandData } from '../../case.commands.ts';
import type { CaseEvent } from '../../case.events.ts';
import { registered } from '../../handling.fixture.ts';

type Correction = CaseCommandData['CorrectEvent'];

const titleOf = (more: Partial<Correction> = {}): Correction => ({
  targetEventId: 'e2',
  field: '/title',
  old: 'Title of i1',
  new: 'Property fees',
  reason: 'typing error',
  approver: 'person:zhao',
  ...more,
});

const corrected = registered().does('CorrectEvent', titleOf());

it('is read from then on; the original stays', () => {
  expect(registered().decides('CorrectEvent', titleOf())).toEqual([
    { type: 'EventCorrected', data: { ...titleOf(), targetType: 'ItemRegistered' } },
  ]);
  expect(corrected.item('i1')).toMatchObject({
    title: 'Property fees',
    registered: { data: { title: 'Property fees' } },
  });
  expect(corrected.opened().corrections).toMatchObject([
    { data: { old: 'Title of i1', new: 'Property fees' } },
  ]);
});

it('ignores a repeated correction', () => {
  expect(corrected.decides('CorrectEvent', titleOf())).toEqual([]);
});

it('starts from what stands there now', () => {
  expect(registered().decides('CorrectEvent', titleOf({ old: 'Title of i2' }))).toEqual({
    rejected: 'case.correction-stale',
    details: { field: '/title', present: 'Title of i1' },
  });
  expect(corrected.decides('CorrectEvent', titleOf({ new: 'Other' }))).toMatchObject({
    rejected: 'case.correction-stale',
  });
  expect(registered().decides('CorrectEvent', titleOf({ new: 'Title of i1' }))).toMatchObject({
    rejected: 'case.correction-stale',
  });
});

it('may be corrected back', () => {
  const back = corrected.does('CorrectEvent', titleOf({ old: 'Property fees', new: 'Title of i1' }));
  expect(back.item('i1').title).toBe('Title of i1');
});

it('names an event that states a fact', () => {
  expect(registered().decides('CorrectEvent', titleOf({ targetEventId: 'e9' }))).toEqual({
    rejected: 'case.event-unknown',
    details: { eventId: 'e9' },
  });
});

it.each([
  ['no pointer', { field: 'title' }],
  ['the whole', { field: '' }],
  ['a field that is not there', { field: '/colour' }],
  ['a list', { field: '/proposers' }],
  ['an identity', { field: '/itemId', old: 'i1', new: 'i2' }],
  ['another kind of value', { new: 7 }],
  ['a missing value', { new: null }],
  ['a word outside the vocabulary', { field: '/category', old: 'problem', new: 'nonsense' }],
])('refuses %s', (_what, more) => {
  expect(registered().decides('CorrectEvent', titleOf(more))).toMatchObject({
    rejected: 'case.field-not-correctable',
  });
});

it.each([
  ['a word of the vocabulary', { field: '/category', old: 'problem', new: 'suggestion' }],
  ['the case’s own topic', { targetEventId: 'e1', field: '/topic', old: 'property', new: 'housing' }],
  ['a field deep inside', { targetEventId: 'e1', field: '/source/title', old: '物业管理', new: '物业' }],
  ['a date by a date', { targetEventId: 'e1', field: '/source/date', old: '2026-01-04', new: '2026-01-03' }],
  [
    'an unknown value by a known one',
    { targetEventId: 'e1', field: '/source/digest', old: null, new: 'sha256:1' },
  ],
])('corrects %s', (_what, more) => {
  expect(registered().decides('CorrectEvent', titleOf(more))).toHaveLength(1);
  expect(registered().does('CorrectEvent', titleOf(more)).decides('CorrectEvent', titleOf(more))).toEqual([]);
});

it.each(['2026-02-30', 'yesterday'])('corrects no date into %s', (wrong) => {
  const correction = titleOf({ targetEventId: 'e1', field: '/source/date', old: '2026-01-04', new: wrong });
  expect(registered().decides('CorrectEvent', correction)).toMatchObject({
    rejected: 'case.field-not-correctable',
  });
});

describe('a deputy’s mis-click', () => {
  const reply: CaseEvent = {
    type: 'ReplySent',
    data: {
      ...{
        itemId: 'i1',
        replyNo: 'Y1',
        signer: 's',
        scheme: 'chongqing',
        class: 'B',
        text: 't',
        commitments: [],
      },
      toProposers: ['person:deputy-1'],
      sentOn: '2026-02-02',
    },
  };
  const evaluation: CaseEvent = {
    type: 'ReplyEvaluated',
    data: {
      ...{ itemId: 'i1', replyNo: 'Y1', round: 1, evaluator: 'person:deputy-1', organ: 'housing-bureau' },
      dimensions: [
        { dimension: 'attitude', grade: 'satisfied' },
        { dimension: 'result', grade: 'dissatisfied' },
      ],
      reasons: 'too slow',
    },
  };
  const evaluated: Story = receivedItems({ form: 'suggestion', proposers: ['person:deputy-1'] }).told(
    reply,
    evaluation,
  );
  const [fact] = evaluated.item('i1').cycle?.replyEvaluations ?? [];
  const misClick = titleOf({
    targetEventId: fact?.eventId ?? '',
    field: '/dimensions/1/grade',
    old: 'dissatisfied',
    new: 'satisfied',
  });

  it('is corrected by the same deputy', () => {
    const story = evaluated.by(actors.deputy).does('CorrectEvent', misClick);
    expect(story.item('i1').cycle?.replyEvaluations[0]?.data.dimensions[1]).toEqual({
      dimension: 'result',
      grade: 'satisfied',
    });
    expect(story.decides('CorrectEvent', misClick)).toEqual([]);
  });

  it('is corrected by nobody else', () => {
    for (const actor of [actors.office, actors.council, actors.cosigner]) {
      expect(evaluated.by(actor).decides('CorrectEvent', misClick)).toMatchObject({
        rejected: 'case.not-the-author',
      });
    }
  });

  it('keeps to the three levels', () => {
    expect(
      evaluated.by(actors.deputy).decides('CorrectEvent', { ...misClick, new: 'splendid' }),
    ).toMatchObject({
      rejected: 'case.field-not-correctable',
    });
  });
});
