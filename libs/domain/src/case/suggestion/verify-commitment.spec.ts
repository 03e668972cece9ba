import { describe, expect, it } from '@jest/globals';
import { knowing } from '../../authority/authority.fixture.ts';
import { actors } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { answer, promises, replied } from './suggestion.fixture.ts';

const kept: CaseCommandData['FulfilCommitment'] = { itemId: 'i1', commitmentId: 'k1', evidence: [] };
const later: CaseCommandData['RollOverCommitment'] = {
  ...{ itemId: 'i1', commitmentId: 'k1', newDueOn: '2027-06-30', explanation: 'The site was not free.' },
};
const verifying = (
  more: Partial<CaseCommandData['VerifyCommitment']> = {},
): CaseCommandData['VerifyCommitment'] => ({
  ...{ itemId: 'i1', commitmentId: 'k1', verified: true, ground: 'It is open.', ...more },
});

const promised = replied({ commitments: promises(2) }).by(actors.housing);
const stated = promised.does('FulfilCommitment', kept);
const seen = stated.by(actors.committee);

describe('what an organ says of its promise', () => {
  it('is verified by the committee that leads the case, or by a deputy who proposed the item', () => {
    const statement = stated.item('i1').cycle?.commitments[0]?.fulfilledBy;
    for (const by of [actors.committee, actors.deputy, actors.cosigner])
      expect(stated.by(by).decides('VerifyCommitment', verifying())).toEqual([
        { type: 'CommitmentJudged', data: { ...verifying(), statement } },
      ]);
  });

  it.each([
    ['who handled it', { ...actors.housing, role: 'working-body' }, 'evaluation.by-handler'],
    ['another deputy', { ...actors.deputy, id: 'person:deputy-9' }, 'reply.not-a-proposer'],
  ])('not by %s', (_what, by, code) => {
    expect(stated.by(by).decides('VerifyCommitment', verifying())).toMatchObject({ rejected: code });
  });

  it('not by another committee without a decision', () => {
    const other = { ...actors.committee, organ: 'finance-committee' };
    expect(
      stated
        .by(other)
        .with({ known: knowing({}) })
        .decides('VerifyCommitment', verifying()),
    ).toMatchObject({ rejected: 'decision.not-leading' });
  });

  it('not by whoever recorded it, in whichever post and under whichever id', () => {
    const entered = promised.by(actors.office).does('FulfilCommitment', kept);
    const self = { ...actors.committee, id: actors.office.id };
    const refused = { rejected: 'commitment.own-statement' };
    expect(entered.by(self).decides('VerifyCommitment', verifying())).toMatchObject(refused);
    const linked = { linkedPersons: { [actors.committee.id]: actors.office.id } };
    expect(entered.by(actors.committee).with(linked).decides('VerifyCommitment', verifying())).toMatchObject(
      refused,
    );
    expect(entered.by(actors.committee).decides('VerifyCommitment', verifying())).toHaveLength(1);
  });

  it('is looked at once, with a ground, after it was said', () => {
    const decides = (data: CaseCommandData['VerifyCommitment'], story = seen) =>
      story.decides('VerifyCommitment', data);
    expect(decides(verifying(), promised.by(actors.committee))).toMatchObject({
      rejected: 'commitment.nothing-stated',
    });
    expect(decides(verifying({ commitmentId: 'k9' }))).toMatchObject({ rejected: 'commitment.unknown' });
    expect(decides(verifying({ ground: ' ' }))).toMatchObject({ rejected: 'commitment.unexplained' });
    const once = seen.does('VerifyCommitment', verifying());
    expect(decides(verifying(), once)).toEqual([]);
    expect(decides(verifying({ verified: false }), once)).toMatchObject({ rejected: 'commitment.judged' });
  });
});

describe('a promise that was found not to be kept', () => {
  const denied = seen.does('VerifyCommitment', verifying({ verified: false, ground: 'It is shut.' }));

  it('is open again, and kept or rolled over anew', () => {
    expect(denied.item('i1').cycle?.commitments[0]).toMatchObject({
      fulfilledBy: null,
      judgement: { data: { verified: false, ground: 'It is shut.' } },
    });
    const again = denied.by(actors.housing).does('FulfilCommitment', kept);
    expect(again.item('i1').cycle?.commitments[0]).toMatchObject({ judgement: null });
    expect(again.by(actors.deputy).decides('VerifyCommitment', verifying())).toHaveLength(1);
    expect(denied.by(actors.housing).decides('RollOverCommitment', later)).toHaveLength(1);
  });

  it('says nothing of a later roll-over, which is looked at by itself', () => {
    const rolled = seen
      .does('VerifyCommitment', verifying({ verified: false }))
      .by(actors.housing)
      .does('RollOverCommitment', later)
      .by(actors.committee);
    expect(rolled.decides('VerifyCommitment', verifying({ ground: 'agreed' }))).toHaveLength(1);
  });
});

it('an evaluation is no verification', () => {
  const evaluated = stated.by(actors.deputy).does('EvaluateReply', answer('satisfied'));
  expect(evaluated.item('i1').cycle?.commitments[0]?.judgement).toBeNull();
});
