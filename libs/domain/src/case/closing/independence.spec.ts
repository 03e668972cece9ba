import { describe, expect, it } from '@jest/globals';
import type { CaseCommandData } from '../case.commands.ts';
import { actors, evaluatedAgain, evaluatingItems, type Story } from '../case-story.fixture.ts';
import { inspection, vote } from '../evaluation/evaluation.fixture.ts';
import { organ } from '../known-organs.fixture.ts';
import { cqDefault1 } from '../../ruleset/cq-default.ts';

const INSPECTOR = 'person:deputy-1';

const closing: CaseCommandData['CloseItem'] = {
  itemId: 'i1',
  disposition: 'resolved',
  verifier: 'urban-committee',
  signer: 'person:director',
  publish: true,
};
const signedBy = (signer: string): CaseCommandData['CloseItem'] => ({ ...closing, signer });

const inspected = (participants: readonly string[] = [INSPECTOR]): Story =>
  evaluatingItems()
    .does('RecordInspection', { ...inspection('n1', 'verified'), participants: [...participants] })
    .does('Conclude', { itemIds: ['i1'] });

const refused = { rejected: 'closing.signer-inspected' };

describe('who inspected does not sign the closing', () => {
  it('under whichever id, whoever sends it', () => {
    const story = inspected([INSPECTOR, actors.committee.id]);
    expect(story.decides('CloseItem', signedBy(INSPECTOR))).toEqual({
      ...refused,
      details: { itemId: 'i1', signer: INSPECTOR },
    });
    expect(story.decides('CloseItem', signedBy(actors.committee.id))).toMatchObject(refused);
    const linked = story.with({ linkedPersons: { 'person:token-7': INSPECTOR } });
    expect(linked.decides('CloseItem', signedBy('person:token-7'))).toMatchObject(refused);
    expect(story.decides('CloseItem', signedBy('person:token-7'))).toHaveLength(1);
  });

  it('but may send what another person signs', () => {
    expect(inspected([actors.committee.id]).decides('CloseItem', closing)).toHaveLength(1);
  });

  it('and is who recorded it where nobody else is named', () => {
    const story = inspected([]);
    expect(story.decides('CloseItem', signedBy(actors.committee.id))).toMatchObject(refused);
    expect(story.decides('CloseItem', closing)).toHaveLength(1);
  });

  it('nor by a correction of the signer', () => {
    const closed = inspected().does('CloseItem', closing);
    const change = (signer: string): CaseCommandData['ProposeCorrection'] => ({
      targetEventId: closed.item('i1').cycle?.closing?.eventId ?? '',
      changes: [{ field: '/signer', old: closing.signer, new: signer }],
      ...{ reason: 'typed wrongly', decision: null },
    });
    expect(closed.decides('ProposeCorrection', change(INSPECTOR))).toMatchObject(refused);
    expect(closed.decides('ProposeCorrection', change('person:vice-director'))).toHaveLength(1);
  });

  it('of that round: another round is another inspection', () => {
    const failed = evaluatingItems()
      .does('RecordInspection', inspection('n1', 'not-done'))
      .does('RecordVote', vote('v1', [10, 10, 30]))
      .does('Conclude', { itemIds: ['i1'] });
    const again = evaluatedAgain(failed, 'R2')
      .does('RecordInspection', { ...inspection('n2', 'verified'), participants: ['person:deputy-2'] })
      .does('Conclude', { itemIds: ['i1'] });
    expect(again.decides('CloseItem', signedBy(INSPECTOR))).toHaveLength(1);
    expect(again.decides('CloseItem', signedBy('person:deputy-2'))).toMatchObject(refused);
  });
});

describe('an office with too few people', () => {
  const small = { ...cqDefault1, confirmedByOne: ['closing' as const] };

  it('lists it in its rule set, and each such closing says so', () => {
    const story = inspected().under(small);
    expect(story.decides('CloseItem', signedBy(INSPECTOR))).toMatchObject([
      { type: 'SignedByInspector', data: { itemId: 'i1', cycle: 1, signer: INSPECTOR } },
      { type: 'ItemClosed', data: { signer: INSPECTOR } },
    ]);
    expect(story.decides('CloseItem', closing)).toMatchObject([{ type: 'ItemClosed' }]);
  });

  it('goes by the rules of the day of record, not by those that the case pinned', () => {
    const ruleSets = { 'cq-default@1': cqDefault1, 'cq-default@2': small };
    const under = (ruleSetToday: string) =>
      inspected().with({ ruleSets, ruleSetToday }).decides('CloseItem', signedBy(INSPECTOR));
    expect(under('cq-default@2')).toHaveLength(2);
    expect(under('cq-default@1')).toMatchObject(refused);
  });

  it('is not allowed it by another exception', () => {
    const other = { ...cqDefault1, confirmedByOne: ['correction' as const] };
    expect(inspected().under(other).decides('CloseItem', signedBy(INSPECTOR))).toMatchObject(refused);
  });
});

it('what was signed so is corrected elsewhere without a word about the signer', () => {
  const closed = inspected()
    .under({ ...cqDefault1, confirmedByOne: ['closing'] })
    .does('CloseItem', signedBy(INSPECTOR));
  const correction: CaseCommandData['ProposeCorrection'] = {
    targetEventId: closed.item('i1').cycle?.closing?.eventId ?? '',
    changes: [{ field: '/publish', old: true, new: false }],
    ...{ reason: 'typed wrongly', decision: null },
  };
  expect(closed.decides('ProposeCorrection', correction)).toHaveLength(1);
});

describe('the verifier', () => {
  const old = organ('old-committee', 'congress-body', {
    ...{ how: 'merged', on: '2026-03-01', successor: 'urban-committee' },
  });

  it.each([
    ['is registered', 'nobody', 'organ.not-registered'],
    ['is of the Congress’s side, though it handled nothing', 'finance-bureau', 'organ.not-of-the-congress'],
    ['is still there', 'old-committee', 'organ.no-longer-there'],
  ])('%s', (_what, verifier, code) => {
    const story = inspected().knowing(old);
    expect(story.decides('CloseItem', { ...closing, verifier })).toMatchObject({ rejected: code });
    expect(story.decides('CloseItem', { ...closing, verifier: 'npcsc-office' })).toHaveLength(1);
  });
});
