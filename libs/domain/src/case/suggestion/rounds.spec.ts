import { describe, expect, it } from '@jest/globals';
import { actors, type Story } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { inspection } from '../evaluation/evaluation.fixture.ts';
import { answer, promises, replied, reply } from './suggestion.fixture.ts';

const closing: CaseCommandData['CloseItem'] = {
  itemId: 'i1',
  disposition: 'resolved',
  verifier: 'urban-committee',
  signer: 'person:director',
  publish: true,
};

const concluded = (story: Story): Story => story.by(actors.committee).does('Conclude', { itemIds: ['i1'] });

describe('the two evaluations', () => {
  const first = concluded(replied().does('EvaluateReply', answer('satisfied')));

  it('are concluded in turn, each from its own answers', () => {
    expect(first.item('i1').cycle?.conclusions.at(-1)?.data).toMatchObject({
      round: 1,
      outcome: 'satisfied',
    });
    expect(first.decides('Conclude', { itemIds: ['i1'] })).toEqual([]);
    const second = concluded(first.by(actors.deputy).does('EvaluateReply', answer('basic', { round: 2 })));
    expect(second.item('i1').cycle?.conclusions.at(-1)?.data).toMatchObject({ round: 2, outcome: 'basic' });
    expect(second.decides('Conclude', { itemIds: ['i1'] })).toEqual([]);
  });

  it('do not let what the first one rested on speak a second time', () => {
    const overruled = replied()
      .by(actors.committee)
      .does('RecordInspection', inspection('n1', 'not-done'))
      .does('Escalate', { itemId: 'i1', level: 'chairpersons-council', reason: 'not done' })
      .does('DecideEscalation', {
        itemId: 'i1',
        escalationId: 'i1-escalation-1',
        measure: 'accept-nevertheless',
        decidingBody: 'chairpersons-council',
        meetingNo: 'CC-3',
      })
      .by(actors.deputy)
      .does('EvaluateReply', answer('satisfied'));
    expect(concluded(overruled).decides('Conclude', { itemIds: ['i1'] })).toEqual([]);
  });

  it('do not take an answer to the first once it is concluded', () => {
    expect(
      first.by(actors.cosigner).decides('EvaluateReply', answer('basic', { evaluator: 'person:deputy-2' })),
    ).toMatchObject({ rejected: 'reply.round-closed' });
  });

  it('are both needed before a suggestion of class B is closed', () => {
    expect(first.decides('CloseItem', closing)).toMatchObject({ rejected: 'closing.not-concluded' });
    const second = concluded(
      first.by(actors.deputy).does('EvaluateReply', answer('satisfied', { round: 2 })),
    );
    expect(second.decides('CloseItem', closing)).toHaveLength(1);
  });

  it('are one for class A without promises', () => {
    const classA = concluded(replied({ class: 'A' }).does('EvaluateReply', answer('satisfied')));
    expect(classA.decides('CloseItem', closing)).toHaveLength(1);
    const promised = replied({ class: 'A', commitments: promises(1) }).does(
      'EvaluateReply',
      answer('satisfied'),
    );
    expect(concluded(promised).decides('CloseItem', closing)).toMatchObject({
      rejected: 'closing.not-concluded',
    });
  });

  it('are as bad as the worst answer', () => {
    const both = replied()
      .does('EvaluateReply', answer('satisfied'))
      .does('EvaluateReply', answer('dissatisfied', { organ: 'market-regulator' }));
    const failed = concluded(both).item('i1');
    expect([failed.stage, failed.cycle?.n, failed.cycle?.due?.date]).toEqual(['RECTIFYING', 2, '2026-04-10']);
  });
});

describe('silence', () => {
  const silent = replied().at('2026-04-20').by(actors.committee);
  const reminded = (times: number): Story =>
    Array.from({ length: times }, (_, index) => `reminder ${index + 1}`).reduce(
      (story, reason) => story.does('Escalate', { itemId: 'i1', level: 'reminder', reason }),
      silent,
    );

  it('is never satisfaction: nothing is concluded from it', () => {
    expect(silent.decides('Conclude', { itemIds: ['i1'] })).toMatchObject({
      rejected: 'conclusion.not-evaluated',
    });
  });

  it('closes a suggestion as not evaluated only after two reminders', () => {
    expect(reminded(1).decides('CloseItem', closing)).toMatchObject({ rejected: 'closing.not-concluded' });
    expect(reminded(2).decides('CloseItem', closing)).toHaveLength(1);
    expect(reminded(2).item('i1').cycle?.conclusions).toEqual([]);
  });

  it('is broken by one answer', () => {
    const answered = reminded(2)
      .by(actors.deputy)
      .does('EvaluateReply', answer('basic'))
      .by(actors.committee);
    expect(answered.decides('CloseItem', closing)).toMatchObject({ rejected: 'closing.not-concluded' });
  });
});

describe('a commitment', () => {
  const promised = replied({ commitments: promises(2) }).by(actors.housing);
  const photo = { digest: 'sha256:photo', name: 'canteen.jpg', mediaType: 'image/jpeg' };
  const kept: CaseCommandData['FulfilCommitment'] = { itemId: 'i1', commitmentId: 'k1', evidence: [photo] };
  const later: CaseCommandData['RollOverCommitment'] = {
    itemId: 'i1',
    commitmentId: 'k2',
    newDueOn: '2027-06-30',
    explanation: 'The site was not free.',
  };

  it('is fulfilled once, with its evidence', () => {
    expect(promised.decides('FulfilCommitment', kept)).toEqual([{ type: 'CommitmentFulfilled', data: kept }]);
    const fulfilled = promised.does('FulfilCommitment', kept);
    expect(fulfilled.decides('FulfilCommitment', kept)).toEqual([]);
    expect(fulfilled.decides('FulfilCommitment', { ...kept, evidence: [] })).toMatchObject({
      rejected: 'commitment.fulfilled',
    });
    expect(fulfilled.decides('RollOverCommitment', { ...later, commitmentId: 'k1' })).toMatchObject({
      rejected: 'commitment.fulfilled',
    });
  });

  it('rolls over to a later day, explained in writing', () => {
    expect(promised.decides('RollOverCommitment', later)).toEqual([
      { type: 'CommitmentRolledOver', data: later },
    ]);
    const rolled = promised.does('RollOverCommitment', later);
    expect(rolled.item('i1').cycle?.commitments[1]).toMatchObject({ dueOn: '2027-06-30', rolledOver: 1 });
    expect(rolled.decides('RollOverCommitment', later)).toEqual([]);
    expect(promised.decides('RollOverCommitment', { ...later, newDueOn: '2026-06-30' })).toMatchObject({
      rejected: 'commitment.not-later',
    });
    expect(promised.decides('RollOverCommitment', { ...later, explanation: ' ' })).toMatchObject({
      rejected: 'commitment.unexplained',
    });
  });

  it('is answered for by the organ that made it or that leads its item now, or recorded by the office', () => {
    const strangers = [
      { ...actors.market, role: 'organ-lead' },
      { ...actors.housing, organ: 'finance-bureau' },
    ];
    for (const stranger of strangers) {
      const refusal = { rejected: 'commitment.not-yours', details: { promisedBy: 'housing-bureau' } };
      expect(promised.by(stranger).decides('FulfilCommitment', kept)).toMatchObject(refusal);
      expect(promised.by(stranger).decides('RollOverCommitment', later)).toMatchObject(refusal);
    }
    expect(promised.by(actors.office).decides('FulfilCommitment', kept)).toHaveLength(1);
    expect(promised.by(actors.office).decides('RollOverCommitment', later)).toHaveLength(1);
  });

  it('is one that was made, on an item that still stands', () => {
    expect(promised.decides('FulfilCommitment', { ...kept, commitmentId: 'k9' })).toMatchObject({
      rejected: 'commitment.unknown',
    });
    expect(promised.decides('RollOverCommitment', { ...later, itemId: 'i9' })).toMatchObject({
      rejected: 'item.unknown',
    });
    const withdrawn = promised.told({
      type: 'ItemWithdrawn',
      data: { itemId: 'i1', reason: 'moot', consentDocs: [] },
    });
    expect(withdrawn.decides('FulfilCommitment', kept)).toMatchObject({ rejected: 'item.wrong-stage' });
  });

  it('keeps its name to itself in later replies', () => {
    expect(
      promised.decides('SendReply', { ...reply, replyNo: 'RE-2', commitments: promises(1) }),
    ).toMatchObject({ rejected: 'commitment.id-taken' });
  });

  it('that is open keeps the item open, unless it is given up with reasons or tracked after a roll-over', () => {
    const story = concluded(
      concluded(
        promised.does('FulfilCommitment', kept).by(actors.deputy).does('EvaluateReply', answer('satisfied')),
      )
        .by(actors.deputy)
        .does('EvaluateReply', answer('satisfied', { round: 2 })),
    );
    expect(story.decides('CloseItem', closing)).toMatchObject({ rejected: 'closing.commitments-open' });
    expect(story.decides('CloseItem', { ...closing, disposition: 'long-term-tracking' })).toMatchObject({
      rejected: 'closing.commitments-open',
    });
    expect(story.decides('CloseItem', { ...closing, disposition: 'not-implementable' })).toHaveLength(1);
    const rolled = story.by(actors.housing).does('RollOverCommitment', later).by(actors.committee);
    expect(rolled.decides('CloseItem', closing)).toMatchObject({ rejected: 'closing.commitments-open' });
    const tracked = { ...closing, disposition: 'long-term-tracking' as const };
    const seen = (from: Story, commitmentId: string): Story =>
      from.does('VerifyCommitment', { itemId: 'i1', commitmentId, verified: true, ground: 'seen' });
    expect(rolled.decides('CloseItem', tracked)).toEqual({
      rejected: 'closing.commitments-unverified',
      details: { itemId: 'i1', commitments: ['k1', 'k2'] },
    });
    expect(seen(seen(rolled, 'k1'), 'k2').decides('CloseItem', tracked)).toHaveLength(1);
    const both = rolled
      .by(actors.housing)
      .does('FulfilCommitment', { ...kept, commitmentId: 'k2' })
      .by(actors.committee);
    expect(seen(both, 'k1').decides('CloseItem', closing)).toMatchObject({
      rejected: 'closing.commitments-unverified',
    });
    expect(seen(seen(both, 'k1'), 'k2').decides('CloseItem', closing)).toHaveLength(1);
  });
});
