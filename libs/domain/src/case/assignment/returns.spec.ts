import { expect, it } from '@jest/globals';
import { actors, lead } from '../case-story.fixture.ts';
import { assigned, assignment, listed, received } from '../handling.fixture.ts';

const receipt = { itemId: 'i1', assignmentId: 'a-lead', handler: 'person:clerk' } as const;
const asking = {
  itemId: 'i1',
  assignmentId: 'a-lead',
  reasonCode: 'not-competent',
  text: 'Roads are not ours',
  proposedOrgan: 'transport-bureau',
} as const;
const accepting = {
  itemId: 'i1',
  assignmentId: 'a-lead',
  accept: true,
  newOrgan: 'transport-bureau',
  reason: 'agreed',
};
const refusing = { itemId: 'i1', assignmentId: 'a-lead', accept: false, reason: 'it is yours' };

const organ = assigned().by(actors.housing);
const asked = organ.does('RequestReturn', asking).by(actors.office);

it('is received by the organ that it names', () => {
  const story = organ.at('2026-01-06').does('AcknowledgeReceipt', receipt);
  expect(story.item('i1').stage).toBe('RECEIVED');
  expect(story.item('i1').cycle?.assignments[0]).toMatchObject({
    receivedOn: '2026-01-06',
    handler: 'person:clerk',
  });
});

it('ignores a repeated receipt and refuses another handler', () => {
  expect(received().decides('AcknowledgeReceipt', receipt)).toEqual([]);
  expect(received().decides('AcknowledgeReceipt', { ...receipt, handler: 'person:other' })).toMatchObject({
    rejected: 'receipt.already-given',
  });
});

it('lets each organ sign for itself, also after the first', () => {
  const own = { ...receipt, assignmentId: 'a-co' };
  expect(received().by(actors.market).does('AcknowledgeReceipt', own).item('i1').stage).toBe('RECEIVED');
  expect(organ.decides('AcknowledgeReceipt', own)).toMatchObject({ rejected: 'item.not-your-assignment' });
  expect(organ.decides('AcknowledgeReceipt', { ...receipt, assignmentId: 'a-9' })).toMatchObject({
    rejected: 'assignment.unknown',
  });
  expect(organ.decides('AcknowledgeReceipt', { ...receipt, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
});

it('is returned within the window of seven working days', () => {
  expect(asked.item('i1').stage).toBe('RETURN_REQUESTED');
  expect(received().at('2026-01-14').decides('RequestReturn', asking)).toHaveLength(1);
  expect(received().at('2026-01-15').decides('RequestReturn', asking)).toEqual({
    rejected: 'return.window-passed',
    details: { returnUntil: '2026-01-14' },
  });
});

it('ignores a repeated request, and refuses another one while the first is open', () => {
  const again = asked.by(actors.housing).at('2026-01-07');
  expect(again.decides('RequestReturn', asking)).toEqual([]);
  expect(again.decides('RequestReturn', { ...asking, text: 'and no money' })).toMatchObject({
    rejected: 'item.wrong-stage',
  });
});

it('is returned by its own organ only', () => {
  expect(assigned().by(actors.market).decides('RequestReturn', asking)).toMatchObject({
    rejected: 'item.not-your-assignment',
  });
  expect(organ.decides('RequestReturn', { ...asking, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
  expect(organ.decides('RequestReturn', { ...asking, assignmentId: 'a-9' })).toMatchObject({
    rejected: 'assignment.unknown',
  });
});

it('goes back to the list when the return is accepted; the assignment is ended, not erased', () => {
  const back = asked.at('2026-01-08').does('DecideReturn', accepting);
  expect(back.item('i1')).toMatchObject({ stage: 'LISTED', cycle: { due: null, planDue: null } });
  expect(back.item('i1').cycle?.assignments[0]).toMatchObject({
    endedOn: '2026-01-08',
    endReason: 'returned',
  });
  expect(back.decides('DecideReturn', accepting)).toEqual([]);
  expect(back.by(actors.housing).decides('RequestReturn', asking)).toMatchObject({
    rejected: 'assignment.ended',
  });
  const successor = assignment('i1', { assignments: [{ ...lead, id: 'a-2', organ: 'transport-bureau' }] });
  expect(back.does('Assign', successor).item('i1').cycle).toMatchObject({
    n: 1,
    due: { date: '2026-04-08' },
  });
});

it('stays with the organ when the return is refused', () => {
  const story = asked.does('DecideReturn', refusing);
  expect(story.item('i1')).toMatchObject({ stage: 'RECEIVED', cycle: { due: { date: '2026-04-07' } } });
  expect(story.decides('DecideReturn', refusing)).toEqual([]);
  expect(story.decides('DecideReturn', accepting)).toMatchObject({ rejected: 'return.none-requested' });
});

it('decides only what was asked', () => {
  expect(received().by(actors.office).decides('DecideReturn', accepting)).toMatchObject({
    rejected: 'return.none-requested',
  });
  expect(asked.decides('DecideReturn', { ...accepting, assignmentId: 'a-co' })).toMatchObject({
    rejected: 'return.none-requested',
  });
  expect(asked.decides('DecideReturn', { ...accepting, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
});

it('is decided by the offices, never by the organ itself', () => {
  expect(asked.by(actors.housing).decides('DecideReturn', accepting)).toMatchObject({
    rejected: 'actor.not-competent',
  });
  expect(asked.by(actors.government).decides('DecideReturn', accepting)).toMatchObject([
    { data: { decidedBy: 'government-office' } },
  ]);
  expect(asked.by(actors.office, 'chairpersons-council').decides('DecideReturn', accepting)).toMatchObject({
    rejected: 'mandate.none',
  });
});

it('is designated by the leader after two accepted returns', () => {
  const bureaus = ['housing-bureau', 'transport-bureau', 'water-bureau'];
  const person = (organ: string) => ({ ...actors.housing, organ });
  const story = bureaus.slice(0, 2).reduce((told, organ, turn) => {
    const assignmentId = `a-${turn}`;
    return told
      .by(actors.office)
      .does('Assign', assignment('i1', { assignments: [{ ...lead, id: assignmentId, organ }] }))
      .by(person(organ))
      .does('RequestReturn', { ...asking, assignmentId })
      .by(actors.office)
      .does('DecideReturn', { ...accepting, assignmentId });
  }, listed());
  const third = { ...lead, id: 'a-2', organ: 'water-bureau' };
  const designated = story
    .does('Assign', assignment('i1', { assignments: [third] }))
    .by(person('water-bureau'));
  expect(designated.decides('RequestReturn', { ...asking, assignmentId: 'a-2' })).toEqual({
    rejected: 'return.leader-designates',
    details: { returns: 2 },
  });
});
