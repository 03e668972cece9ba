import { expect, it } from '@jest/globals';
import { actors } from '../case-story.fixture.ts';
import { assigned, consulting, rectifying, submitted } from '../handling.fixture.ts';

const opinion = { itemId: 'i1', assignmentId: 'a-co', text: 'Fees are too high', evidence: [] } as const;
const missing = { itemId: 'i1', assignmentId: 'a-co' } as const;

const market = rectifying().at('2026-02-02').by(actors.market);
const overdue = rectifying().at('2026-02-06').by(actors.office);
const missed = overdue.does('RecordCoOpinionMissed', missing);

it('keeps one current version of each co-organ’s opinion', () => {
  const story = market
    .does('SubmitCoOpinion', opinion)
    .does('SubmitCoOpinion', { ...opinion, text: 'Agreed' });
  expect(story.item('i1').cycle?.assignments[1]?.coOpinion?.data).toMatchObject({
    version: 2,
    text: 'Agreed',
  });
  expect(story.decides('SubmitCoOpinion', { ...opinion, text: 'Agreed' })).toEqual([]);
});

it('takes a late opinion, also after it was recorded as missed', () => {
  expect(missed.by(actors.market).decides('SubmitCoOpinion', opinion)).toMatchObject([
    { data: { version: 1 } },
  ]);
  expect(consulting().by(actors.market).decides('SubmitCoOpinion', opinion)).toMatchObject([
    { data: { version: 2 } },
  ]);
});

it('takes none before the item is received, nor once the result is in', () => {
  expect(assigned().by(actors.market).decides('SubmitCoOpinion', opinion)).toMatchObject({
    rejected: 'item.wrong-stage',
  });
  expect(submitted().by(actors.market).decides('SubmitCoOpinion', opinion)).toMatchObject({
    rejected: 'item.wrong-stage',
  });
});

it('is the co-organ’s own', () => {
  expect(market.by(actors.housing).decides('SubmitCoOpinion', opinion)).toMatchObject({
    rejected: 'item.not-your-assignment',
  });
  const asLead = { ...opinion, assignmentId: 'a-lead' };
  expect(market.by(actors.housing).decides('SubmitCoOpinion', asLead)).toMatchObject({
    rejected: 'co-opinion.not-a-co-organ',
  });
  expect(market.decides('SubmitCoOpinion', { ...opinion, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
});

it('is missed from the day after its date', () => {
  expect(overdue.at('2026-02-05').decides('RecordCoOpinionMissed', missing)).toEqual({
    rejected: 'co-opinion.not-yet-due',
    details: { dueDate: '2026-02-05' },
  });
  expect(missed.item('i1').cycle?.assignments[1]?.coOpinionMissedOn).toBe('2026-02-06');
  expect(missed.decides('RecordCoOpinionMissed', missing)).toEqual([]);
});

it('is not missed when it is there, nor by whoever owes none', () => {
  const given = market.does('SubmitCoOpinion', opinion).at('2026-02-06').by(actors.office);
  expect(given.decides('RecordCoOpinionMissed', missing)).toMatchObject({ rejected: 'co-opinion.received' });
  expect(overdue.decides('RecordCoOpinionMissed', { ...missing, assignmentId: 'a-lead' })).toMatchObject({
    rejected: 'co-opinion.not-a-co-organ',
  });
  expect(overdue.decides('RecordCoOpinionMissed', { ...missing, assignmentId: 'a-9' })).toMatchObject({
    rejected: 'assignment.unknown',
  });
  expect(overdue.decides('RecordCoOpinionMissed', { ...missing, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
});

it('is recorded as missed by the clock or the office, while somebody waits for it', () => {
  expect(overdue.by(actors.housing).decides('RecordCoOpinionMissed', missing)).toMatchObject({
    rejected: 'actor.not-competent',
  });
  const paused = overdue.does('Suspend', { itemId: 'i1', ground: 'law-change', reviewDate: '2026-03-02' });
  expect(paused.decides('RecordCoOpinionMissed', missing)).toMatchObject({ rejected: 'item.wrong-stage' });
});

it('is not missed by an organ whose assignment has ended', () => {
  const replaced = rectifying()
    .by(actors.office)
    .does('Reassign', {
      itemId: 'i1',
      endedAssignmentId: 'a-co',
      assignment: { id: 'a-4', organ: 'finance-bureau', role: 'co', scopeText: 'fees' },
      clockRule: 'continue',
      reason: 'moved',
    });
  expect(replaced.at('2026-04-01').decides('RecordCoOpinionMissed', missing)).toMatchObject({
    rejected: 'assignment.ended',
  });
});
