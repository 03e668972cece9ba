import { describe, expect, it } from '@jest/globals';
import { inspection, survey, vote } from '../evaluation/evaluation.fixture.ts';
import { actors, receivedItems, type Story } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import type { CaseEvent } from '../case.events.ts';
import { registered } from '../handling.fixture.ts';

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
])('refuses to correct %s', (_what, more) => {
  expect(registered().decides('CorrectEvent', titleOf(more))).toMatchObject({
    rejected: 'case.field-not-correctable',
  });
});

it.each([
  ['another kind of value', { new: 7 }],
  ['nothing', { new: null }],
])('corrects no title into %s', (_what, more) => {
  expect(registered().decides('CorrectEvent', titleOf(more))).toMatchObject({ rejected: 'correction.unfit' });
});

it.each([
  ['the case’s own topic', { targetEventId: 'e1', field: '/topic', old: 'property', new: 'housing' }],
  ['the number of the source', { field: '/sourceId', old: 'SC 2026 No. 1', new: 'SC 2026 No. 11' }],
  ['a field deep inside', { targetEventId: 'e1', field: '/source/title', old: '物业管理', new: '物业' }],
])('corrects %s', (_what, more) => {
  expect(registered().decides('CorrectEvent', titleOf(more))).toHaveLength(1);
  expect(registered().does('CorrectEvent', titleOf(more)).decides('CorrectEvent', titleOf(more))).toEqual([]);
});

it.each([
  ['a word of the vocabulary', { field: '/category', old: 'problem', new: 'suggestion' }],
  ['the text that binds', { field: '/text', old: 'What is wrong with i1', new: 'nothing' }],
  ['a date', { targetEventId: 'e1', field: '/source/date', old: '2026-01-04', new: '2026-01-03' }],
  ['a digest', { targetEventId: 'e1', field: '/source/digest', old: null, new: 'sha256:1' }],
])('leaves %s to two persons', (_what, more) => {
  expect(registered().decides('CorrectEvent', titleOf(more))).toMatchObject({
    rejected: 'case.field-material',
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
      rejected: 'correction.unfit',
    });
  });
});

describe('who corrects', () => {
  const toTitle = titleOf();
  const colleague = { ...actors.office, id: 'person:colleague' };

  it('the organ that stated the fact, in the same part, whoever of it sits there today', () => {
    expect(registered().by(colleague).decides('CorrectEvent', toTitle)).toHaveLength(1);
  });

  it.each([
    ['a handling organ', actors.housing],
    ['a co-organ', actors.market],
    ['the government', actors.government],
    ['a deputy', actors.deputy],
    ['the committee', actors.committee],
    ['the Council', actors.council],
    ['the same organ in another part', { ...actors.office, role: 'working-body' }],
    ['another office of the same part', { ...actors.office, organ: 'other-office' }],
  ])('never %s', (_who, actor) => {
    expect(registered().by(actor).decides('CorrectEvent', toTitle)).toMatchObject({
      rejected: 'case.not-the-author',
    });
  });

  it('never another deputy of the same delegation', () => {
    const own: Story = registered()
      .by(actors.deputy)
      .told({
        type: 'EscalationRaised',
        data: { escalationId: 'x1', itemId: 'i1', level: 'reminder', reason: 'late' },
      });
    const [raised] = own.item('i1').escalations;
    const slip = titleOf({
      targetEventId: raised?.eventId ?? '',
      field: '/reason',
      old: 'late',
      new: 'too late',
    });
    expect(own.by(actors.cosigner).decides('CorrectEvent', slip)).toMatchObject({
      rejected: 'case.not-the-author',
    });
    expect(own.by(actors.deputy).decides('CorrectEvent', slip)).toHaveLength(1);
  });
});

it('nothing is corrected in an archived case, not even by its author', () => {
  const archived = registered().told(
    { type: 'CaseClosed', data: { closedOn: '2026-03-01', dispositions: [] } },
    { type: 'CaseArchived', data: { archiveNo: 'A-1', retention: 'permanent' } },
  );
  expect(archived.decides('CorrectEvent', titleOf())).toEqual({
    rejected: 'case.archived',
    details: { archiveNo: 'A-1' },
  });
});

describe('what an evaluation rests on', () => {
  const evaluated = receivedItems()
    .by(actors.office)
    .told(
      { type: 'VoteRecorded', data: { ...vote('v1', [10, 20, 30]), votedOn: '2026-03-20' } },
      { type: 'InspectionRecorded', data: inspection('n1', 'partly') },
      { type: 'SurveyWaveRecorded', data: survey('w1', [10, 20, 30, 5, 5]) },
      {
        type: 'AppraisalRecorded',
        data: {
          appraisalNo: 'ap1',
          coversItemIds: ['i1'],
          panel: ['person:p'],
          dimensions: [{ name: 'effect', scoreOutOf100: 60 }],
          grade: 'basic',
        },
      },
    );
  const { votes, inspections, surveys, appraisals } = evaluated.opened().records;
  const [voted] = votes;
  const [visited] = inspections;
  const [asked] = surveys;
  const [appraised] = appraisals;

  const decided = (fact: { eventId: string; data: object } | undefined, field: string, next: unknown) => {
    const old = field
      .slice(1)
      .split('/')
      .reduce<unknown>((value, token) => (value as Record<string, unknown>)[token], fact?.data);
    const correction = { targetEventId: fact?.eventId ?? '', field, old, new: next } as Partial<Correction>;
    return evaluated.decides('CorrectEvent', titleOf(correction));
  };

  it.each([
    ['/counts/satisfied', 40],
    ['/eligible', 10],
    ['/votedOn', '2026-03-21'],
    ['/question', 'another question'],
    ['/signedTallyHash', 'sha256:other'],
    ['/meetingNo', 'M-9'],
  ])('a vote’s %s is not corrected by one hand', (field, next) => {
    expect(decided(voted, field, next)).toMatchObject({ rejected: 'case.field-material' });
  });

  it('a verdict, a date, a grade, a score and a population are not corrected by one hand', () => {
    expect([
      decided(visited, '/findings/0/verdict', 'verified'),
      decided(visited, '/date', '2026-01-06'),
      decided(appraised, '/grade', 'satisfied'),
      decided(appraised, '/dimensions/0/scoreOutOf100', 99),
      decided(asked, '/counts/satisfied', 900),
      decided(asked, '/population', 'everybody'),
    ]).toEqual(Array.from({ length: 6 }, () => expect.objectContaining({ rejected: 'case.field-material' })));
  });

  it('the spelling of a place, a note or a contractor is', () => {
    expect([
      decided(visited, '/place', 'the right place'),
      decided(visited, '/findings/0/note', 'the right note'),
      decided(asked, '/contractor', 'the right company'),
    ]).toEqual(Array.from({ length: 3 }, () => [expect.objectContaining({ type: 'EventCorrected' })]));
  });
});
