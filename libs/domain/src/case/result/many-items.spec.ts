import { expect, it } from '@jest/globals';
import { actors, lead, type Story } from '../case-story.fixture.ts';
import { assignment, evidence, listed, measure } from '../handling.fixture.ts';

const itemIds = ['i1', 'i2'];
const claim = (itemId: string) => ({ itemId, claimedDisposition: 'resolved', evidence }) as const;

/** Items of one lead, under consultation in one draft. */
const consulted = (items: string[]): Story =>
  items
    .reduce(
      (story, itemId) => {
        const own = { ...lead, id: `${itemId}-lead` };
        return story
          .by(actors.office)
          .does('Assign', assignment(itemId, { assignments: [own] }))
          .by(actors.housing)
          .does('AcknowledgeReceipt', { itemId, assignmentId: own.id, handler: 'person:clerk' })
          .does('FilePlan', { itemId, assignmentId: own.id, measures: [measure] });
      },
      listed('law-inspection', items),
    )
    .by(actors.government)
    .does('SubmitDraftResult', { documentHash: 'sha256:d1', itemIds: items });

const both = consulted(itemIds)
  .by(actors.committee)
  .does('GiveCommitteeOpinion', { itemIds, verdict: 'agree', comments: [] })
  .by(actors.government);

const result = (...claimed: readonly string[]) => ({
  reportNo: 'R1',
  signer: 'mayor',
  claims: claimed.map(claim),
});

it('reports on every item of the draft', () => {
  expect(both.decides('SubmitResult', result('i1'))).toEqual({
    rejected: 'result.claims-incomplete',
    details: { itemIds: ['i2'] },
  });
  expect(both.decides('SubmitResult', result('i1', 'i2'))).toHaveLength(1);
});

it('reports on nothing that two drafts cover differently', () => {
  const apart = both.does('SubmitDraftResult', { documentHash: 'sha256:d2', itemIds: ['i2'] });
  expect(apart.decides('SubmitResult', result('i1', 'i2'))).toMatchObject({
    rejected: 'result.draft-unknown',
  });
  expect(apart.decides('SubmitResult', result('i1'))).toHaveLength(1);
});

it('accepts one item and returns the other', () => {
  const story = both
    .does('SubmitResult', result('i1', 'i2'))
    .by(actors.committee)
    .does('AcceptForEvaluation', { reportNo: 'R1', itemIds: ['i1'] })
    .does('ReturnResult', { reportNo: 'R1', itemIds: ['i2'], defects: ['no photos'] });
  expect([story.item('i1').stage, story.item('i2').stage]).toEqual(['EVALUATING', 'REWORK']);
  expect(story.opened().results[0]?.items).toEqual({
    i1: { status: 'accepted' },
    i2: { status: 'returned', defects: ['no photos'], newDueDate: null },
  });
});

it('asks for the opinion on each item', () => {
  const partly = both
    .does('SubmitDraftResult', { documentHash: 'sha256:d2', itemIds })
    .by(actors.committee)
    .does('GiveCommitteeOpinion', { itemIds: ['i1'], verdict: 'agree', comments: [] })
    .by(actors.government);
  expect(partly.decides('SubmitResult', result('i1', 'i2'))).toMatchObject({
    rejected: 'result.opinion-missing',
    details: { itemIds: ['i2'] },
  });
});

it('asks for the opinion on an item whose id every object answers to', () => {
  const odd = ['i1', 'constructor'];
  const partly = consulted(odd)
    .by(actors.committee)
    .does('GiveCommitteeOpinion', { itemIds: ['i1'], verdict: 'agree', comments: [] });
  expect(partly.by(actors.government).decides('SubmitResult', result(...odd))).toMatchObject({
    rejected: 'result.opinion-missing',
    details: { itemIds: ['constructor'] },
  });
  const whole = partly.does('GiveCommitteeOpinion', { itemIds: odd, verdict: 'agree', comments: [] });
  expect(whole.by(actors.government).decides('SubmitResult', result(...odd))).toHaveLength(1);
});
