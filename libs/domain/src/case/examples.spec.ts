import { isRejected } from '@duban/kernel';
import { describe, expect, it } from '@jest/globals';
import { cqDefault1 } from '../ruleset/cq-default.ts';
import { actors, evaluatedAgain, evaluatingItems, receivedItems, type Story } from './case-story.fixture.ts';
import type { CaseCommandData } from './case.commands.ts';
import { inspection, vote } from './evaluation/evaluation.fixture.ts';
import { answer, promises, replied, reply } from './suggestion/suggestion.fixture.ts';

const closing: CaseCommandData['CloseItem'] = {
  itemId: 'i1',
  disposition: 'resolved',
  verifier: 'urban-committee',
  signer: 'person:director',
  publish: true,
};

const concluded = (story: Story, itemIds: readonly string[] = ['i1']): Story =>
  story.by(actors.committee).does('Conclude', { itemIds });

const outcomes = (story: Story, itemId = 'i1'): readonly string[] => {
  const { cycle, pastCycles } = story.item(itemId);
  return [...pastCycles, ...(cycle === null ? [] : [cycle])].flatMap(({ conclusions }) =>
    conclusions.map(({ data }) => `${data.cycle}: ${data.outcome}`),
  );
};

describe('example 4: the property-management vote that failed', () => {
  const items = ['fees', 'repair-fund', 'committees'];
  const verify = (story: Story, visitId: string): Story =>
    story.does('RecordInspection', inspection(visitId, 'verified', items));
  const firstVote = vote('v1', [22, 7, 26, 1], items);
  const voted = evaluatingItems({ items }).does('RecordVote', firstVote);

  it('counts 29 of 61 members, not of the 56 present: dissatisfied where it could have been basic', () => {
    expect(firstVote).toMatchObject({ eligible: 61, present: 56, valid: 55 });
    const failed = concluded(voted, items);
    expect(items.map((itemId) => outcomes(failed, itemId))).toEqual([
      ['1: dissatisfied'],
      ['1: dissatisfied'],
      ['1: dissatisfied'],
    ]);
    const byPresent = { ...cqDefault1, vote: { ...cqDefault1.vote, denominator: 'present' as const } };
    const verified = verify(evaluatingItems({ items }), 'n1').does('RecordVote', firstVote);
    const other = concluded(verified.under(byPresent), items);
    expect(outcomes(other, 'fees')).toEqual(['1: basic']);
  });

  it('is satisfied in its second cycle, the first one kept as it was', () => {
    const failed = concluded(voted, items);
    const second = verify(evaluatedAgain(failed, 'R2', items), 'n2').does(
      'RecordVote',
      vote('v2', [36, 15, 7], items),
    );
    const satisfied = concluded(second, items);
    expect(outcomes(satisfied, 'fees')).toEqual(['1: dissatisfied', '2: satisfied']);
    expect(satisfied.item('fees').pastCycles).toEqual(failed.item('fees').pastCycles);
    const closed = items.reduce(
      (story, itemId) => story.does('CloseItem', { ...closing, itemId }),
      satisfied,
    );
    expect(closed.does('CloseCase', {}).opened().status).toBe('closed');
  });
});

describe('example 8: integrated enforcement', () => {
  const close = (story: Story): Story => concluded(story).does('CloseItem', closing);
  const relapse: CaseCommandData['RecordLookBack'] = {
    itemId: 'i1',
    passed: false,
    findings: 'The same shop was fined twice again.',
    severity: 'serious',
    evidence: [],
  };
  const reopened = close(
    evaluatingItems({ form: 'appraisal' }).does('RecordInspection', inspection('n1', 'verified')),
  )
    .does('CloseCase', {})
    .does('ScheduleLookBack', { itemId: 'i1' })
    .at('2026-09-28')
    .does('RecordLookBack', relapse)
    .by(actors.council)
    .does('Reopen', { itemId: 'i1', reason: 'relapse' });
  const failAgain = (story: Story, n: number): Story =>
    concluded(
      evaluatedAgain(story, `R${n}`)
        .does('RecordVote', vote(`v${n}`, [10, 15, 30]))
        .by(actors.committee),
    );

  it('closed in March, is reopened in September in a cycle of its own, and its case with it', () => {
    expect(reopened.opened().status).toBe('open');
    const { cycle, pastCycles } = reopened.item('i1');
    expect([cycle?.n, cycle?.startedOn, pastCycles[0]?.closing?.data.closedOn]).toEqual([
      2,
      '2026-09-28',
      '2026-03-25',
    ]);
    expect(cycle?.assignments.map(({ organ }) => organ)).toEqual(['housing-bureau', 'market-regulator']);
  });

  it('is dissatisfied twice; then the Council chooses before anything is concluded again', () => {
    const second = failAgain(reopened.by(actors.office), 2);
    const third = failAgain(second.by(actors.office), 3);
    expect([third.item('i1').failures, third.item('i1').cycle?.n]).toEqual([2, 4]);
    const fourth = evaluatedAgain(third, 'R4').does('RecordInspection', inspection('n4', 'verified'));
    expect(fourth.decides('Conclude', { itemIds: ['i1'] })).toMatchObject({
      rejected: 'escalation.undecided',
    });
    const chosen = fourth
      .by(actors.office)
      .does('Escalate', { itemId: 'i1', level: 'chairpersons-council', reason: 'dissatisfied twice' })
      .by(actors.council)
      .does('DecideEscalation', {
        itemId: 'i1',
        escalationId: 'i1-escalation-1',
        measure: 'interpellation-proposal',
        decidingBody: 'chairpersons-council',
        meetingNo: 'CC-21',
      });
    const closed = close(chosen.by(actors.committee));
    expect(outcomes(closed)).toEqual(['1: satisfied', '2: dissatisfied', '3: dissatisfied', '4: satisfied']);
    expect(closed.item('i1').stage).toBe('CLOSED');
  });
});

describe('example 6: two identical suggestions', () => {
  it('are handled together, and both deputies are answered', () => {
    const merged = receivedItems({ items: ['i1'], form: 'suggestion', proposers: ['person:deputy-1'] })
      .told({
        type: 'ItemRegistered',
        data: {
          itemId: 'twin',
          caseId: 'c1',
          sourceId: 's2',
          sourceParagraph: '1',
          title: 'The same again',
          text: 'The same again',
          category: 'suggestion',
          topicTag: 'property',
          proposers: ['person:deputy-2'],
        },
      })
      .does('MergeInto', { itemId: 'twin', intoItemId: 'i1' })
      .by(actors.housing);
    const answeredOne = merged.decides('SendReply', { ...reply, toProposers: ['person:deputy-1'] });
    expect(answeredOne).toMatchObject({ rejected: 'reply.proposer-not-answered' });
    const both = merged.does('SendReply', reply).by(actors.cosigner);
    expect(both.decides('EvaluateReply', answer('basic', { evaluator: 'person:deputy-2' }))).toHaveLength(1);
  });

  it('are not merged with an item of the inquiry', () => {
    const suggestions = receivedItems({ form: 'suggestion', proposers: ['person:deputy-1'] });
    const target = { caseId: 'c9', addressee: 'city-government', open: true, mergedInto: [] };
    expect(
      suggestions.decides('MergeInto', {
        itemId: 'i1',
        intoItemId: 'case-c9/i1',
        target: { ...target, supervisionForm: 'special-inquiry' },
      }),
    ).toMatchObject({ rejected: 'merge.other-source-type' });
  });
});

describe('example 10: elder canteens', () => {
  const coOrgan = { organ: 'market-regulator' };

  it('lets the deputy who mis-clicked correct the answer, and keeps the original', () => {
    const clicked = replied()
      .does('EvaluateReply', answer('satisfied'))
      .does('EvaluateReply', answer('dissatisfied', coOrgan));
    const targetEventId = clicked.item('i1').cycle?.replyEvaluations[1]?.eventId ?? '';
    const correct = (story: Story, index: number) =>
      story.decides('CorrectEvent', {
        targetEventId,
        field: `/dimensions/${index}/grade`,
        old: 'dissatisfied',
        new: 'satisfied',
        reason: 'mis-click',
        approver: 'urban-committee',
      });
    expect(isRejected(correct(clicked.by(actors.cosigner), 0))).toBe(true);
    const corrected = [0, 1].reduce((story, index) => {
      const decision = correct(story, index);
      return isRejected(decision) ? story : story.told(...decision);
    }, clicked);
    expect(corrected.opened().corrections).toHaveLength(2);
    expect(outcomes(concluded(clicked))).toEqual(['1: dissatisfied']);
    expect(outcomes(concluded(corrected))).toEqual(['1: satisfied']);
  });

  it('keeps 9 of 12 promises: dissatisfied in the second evaluation, handled again in a month, then satisfied', () => {
    const keep = (story: Story, from: number, to: number): Story =>
      Array.from({ length: to - from + 1 }, (_, index) => `k${from + index}`).reduce(
        (kept, commitmentId) => kept.does('FulfilCommitment', { itemId: 'i1', commitmentId, evidence: [] }),
        story.by(actors.housing),
      );
    const first = concluded(
      replied({ commitments: promises(12) }).does('EvaluateReply', answer('satisfied')),
    );
    const nine = keep(first, 1, 9).at('2026-07-01').by(actors.deputy);
    const failed = concluded(nine.does('EvaluateReply', answer('dissatisfied', { round: 2 })));
    expect(failed.item('i1')).toMatchObject({ stage: 'RECTIFYING', failures: 1, cycle: { n: 2 } });
    expect(failed.item('i1').cycle?.due?.date).toBe('2026-08-03');
    expect(failed.item('i1').cycle?.commitments.map(({ id }) => id)).toEqual(['k10', 'k11', 'k12']);

    const seen = ['k10', 'k11', 'k12'].reduce(
      (story, commitmentId) =>
        story.does('VerifyCommitment', { itemId: 'i1', commitmentId, verified: true, ground: 'It is open.' }),
      keep(failed.at('2026-07-28'), 10, 12).by(actors.committee),
    );
    const again = seen
      .by(actors.housing)
      .does('SendReply', { ...reply, replyNo: 'RE-2', class: 'A', text: 'All twelve are open.' })
      .by(actors.deputy)
      .does('EvaluateReply', answer('satisfied', { replyNo: 'RE-2', round: 2 }));
    const satisfied = concluded(again);
    expect(outcomes(satisfied)).toEqual(['1: satisfied', '1: dissatisfied', '2: satisfied']);
    expect(satisfied.does('CloseItem', closing).item('i1').stage).toBe('CLOSED');
  });
});
