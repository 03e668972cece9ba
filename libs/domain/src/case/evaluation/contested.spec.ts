import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@duban/kernel';
import type { CaseCommandData } from '../case.commands.ts';
import { actors, evaluatingItems, type Story } from '../case-story.fixture.ts';
import { inspection, survey } from './evaluation.fixture.ts';

const second: Actor = { ...actors.committee, id: 'person:second' };

const seen = (): Story => evaluatingItems().does('RecordInspection', inspection('n1', 'verified'));
const concluded = (): Story => seen().does('Conclude', { itemIds: ['i1'] });

const closing: CaseCommandData['CloseItem'] = {
  itemId: 'i1',
  disposition: 'resolved',
  verifier: 'urban-committee',
  signer: 'person:zhao',
  publish: true,
};
const closed = (): Story => concluded().does('CloseItem', closing);

/** The visit found something else than was written down: two persons say so. */
const corrected = (story: Story, field: string, old: string, next: string): Story => {
  const targetEventId = story.opened().records.inspections[0]?.eventId ?? '';
  const proposal = {
    ...{ targetEventId, changes: [{ field, old, new: next }] },
    ...{ reason: 'slip', decision: null },
  };
  const waiting = story.by(actors.committee).does('ProposeCorrection', proposal);
  return waiting
    .by(second)
    .does('ConfirmCorrection', { proposalId: `correction-${waiting.opened().proposals.length}` });
};
const verdict = (story: Story, next: string, old = 'verified'): Story =>
  corrected(story, '/findings/0/verdict', old, next);

describe('a conclusion whose facts are corrected', () => {
  it('is confirmed where the outcome is the same, and nothing moves', () => {
    const before = concluded();
    const targetEventId = before.opened().records.inspections[0]?.eventId ?? '';
    const place = { targetEventId, field: '/place', old: 'Yubei', new: 'Jiangbei', reason: 'slip' };
    expect(before.decides('CorrectEvent', { ...place, approver: 'person:wu' })).toMatchObject([
      { type: 'EventCorrected' },
      {
        type: 'ConclusionConfirmed',
        data: { itemId: 'i1', cycle: 1, concluded: 'satisfied', recomputed: 'satisfied' },
      },
    ]);
    const after = corrected(before, '/date', '2026-03-24', '2026-03-23');
    expect([after.item('i1').stage, after.item('i1').cycle?.conclusions.length]).toEqual(['EVALUATING', 1]);
  });

  it('is void while the item is evaluated: it is concluded anew, and closed on that alone', () => {
    const after = verdict(concluded(), 'not-done');
    expect(after.item('i1')).toMatchObject({
      stage: 'EVALUATING',
      cycle: { conclusions: [], voidedConclusions: [{ data: { outcome: 'satisfied' } }] },
    });
    expect(after.by(actors.committee).decides('CloseItem', closing)).toMatchObject({
      rejected: 'closing.not-concluded',
    });
    expect(after.opened().contests).toEqual([]);
  });

  it('is contested once the item is closed: no stage moves until its body has decided', () => {
    const before = closed();
    const after = verdict(before, 'partly');
    const { stage, disposition, failures, cycle } = before.item('i1');
    expect(after.item('i1')).toMatchObject({ stage, disposition, failures });
    expect(after.item('i1').cycle?.conclusions).toEqual(cycle?.conclusions);
    expect(after.opened().contests).toMatchObject([
      { decision: null, data: { itemId: 'i1', cycle: 1, concluded: 'satisfied', recomputed: 'basic' } },
    ]);
  });

  it('that its facts no longer allow at all is contested, too', () => {
    const asked = evaluatingItems({ assignment: { instruments: ['survey'] } })
      .by(actors.office)
      .does('RecordSurveyWave', survey('w1', [300, 80, 5, 0, 0]))
      .by(actors.committee)
      .does('Conclude', { itemIds: ['i1'] })
      .does('CloseItem', closing);
    const few: CaseCommandData['ProposeCorrection'] = {
      targetEventId: asked.opened().records.surveys[0]?.eventId ?? '',
      changes: [
        { field: '/valid', old: 385, new: 384 },
        { field: '/counts/verySatisfied', old: 300, new: 299 },
      ],
      ...{ reason: 'one answer twice', decision: null },
    };
    const after = asked
      .by(actors.office)
      .does('ProposeCorrection', few)
      .by({ ...actors.office, id: 'person:wu' });
    expect(after.decides('ConfirmCorrection', { proposalId: 'correction-1' })).toMatchObject([
      { type: 'CorrectionConfirmed' },
      { type: 'ConclusionContested', data: { concluded: 'satisfied', recomputed: null } },
    ]);
  });

  it('is left alone where it rests on something else', () => {
    const two = evaluatingItems({ items: ['i1', 'i2'] })
      .does('RecordInspection', inspection('n1', 'verified', ['i1']))
      .does('RecordInspection', inspection('n2', 'verified', ['i2']))
      .does('Conclude', { itemIds: ['i1', 'i2'] });
    const after = verdict(two, 'partly');
    expect(after.item('i2').cycle).toEqual(two.item('i2').cycle);
  });
});

describe('a contested conclusion', () => {
  const contested = (): Story => verdict(closed(), 'not-done').by(actors.committee).at('2026-04-01');
  const stands = { itemId: 'i1', stands: true, reason: 'the sample was small' };
  const again = { itemId: 'i1', stands: false, reason: 'two blocks were never visited' };

  it('stands by decision of the body that concluded, and is then no longer open', () => {
    const after = contested().does('DecideContestedConclusion', stands);
    expect(after.opened().contests).toMatchObject([{ decision: { data: { stands: true, next: null } } }]);
    expect(after.item('i1').stage).toBe('CLOSED');
    expect(after.decides('DecideContestedConclusion', stands)).toEqual([]);
    expect(after.decides('DecideContestedConclusion', again)).toMatchObject({ rejected: 'contest.none' });
  });

  it('opens a new cycle by the same decision; the closed one keeps its closing, the failures their count', () => {
    const before = contested();
    const after = before.does('DecideContestedConclusion', again);
    expect(after.item('i1')).toMatchObject({
      stage: 'RECTIFYING',
      failures: before.item('i1').failures,
      cycle: { n: 2, cause: 'contested' },
      pastCycles: [{ n: 1, closing: { data: { disposition: 'resolved' } } }],
    });
    expect(after.opened().status).toBe('open');
    expect(after.decides('DecideContestedConclusion', again)).toEqual([]);
  });

  it('of a closed case brings the case back', () => {
    const before = contested()
      .by(actors.office)
      .does('CloseCase', {})
      .by(actors.committee)
      .does('DecideContestedConclusion', { ...again, fixedDueDate: '2026-06-30' });
    expect(before.opened()).toMatchObject({ status: 'open', closedOn: null });
    expect(before.item('i1').cycle?.due?.date).toBe('2026-06-30');
  });

  it.each([
    ['another body', actors.council],
    ['another committee', { ...actors.committee, organ: 'finance-committee' }],
  ])('is not decided by %s', (_who, actor) => {
    expect(contested().by(actor).decides('DecideContestedConclusion', stands)).toMatchObject({
      rejected: 'contest.other-body',
      details: { role: 'working-body', organ: 'urban-committee' },
    });
  });

  it('opens no cycle where one is under way already, nor with a date that is past', () => {
    const relapsed = contested().told({
      type: 'ItemReopened',
      data: {
        itemId: 'i1',
        reason: 'relapse',
        next: {
          cycle: 2,
          cause: 'relapse',
          due: { date: '2026-05-01', provisional: false, calendar: 'CN', period: null, steps: [] },
        },
      },
    });
    expect(relapsed.decides('DecideContestedConclusion', again)).toMatchObject({
      rejected: 'contest.cycle-under-way',
    });
    expect(relapsed.decides('DecideContestedConclusion', stands)).toHaveLength(1);
    expect(
      contested().decides('DecideContestedConclusion', { ...again, fixedDueDate: '2026-03-01' }),
    ).toMatchObject({ rejected: 'reopen.due-in-past' });
  });

  it('is one question, also when it is contested twice', () => {
    const twice = verdict(contested(), 'partly', 'not-done');
    expect(twice.opened().contests).toMatchObject([{ decision: null, data: { recomputed: 'basic' } }]);
  });

  it('is none where nothing was corrected', () => {
    expect(closed().decides('DecideContestedConclusion', stands)).toMatchObject({ rejected: 'contest.none' });
  });
});
