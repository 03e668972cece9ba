import { expect, it } from '@jest/globals';
import { actors, evaluatedAgain, evaluatingItems, receivedItems, type Story } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { inspection, vote } from '../evaluation/evaluation.fixture.ts';

const closing: CaseCommandData['CloseItem'] = {
  itemId: 'i1',
  disposition: 'resolved',
  verifier: 'urban-committee',
  signer: 'person:director',
  publish: true,
};

const concluded = (story: Story, verdict: 'verified' | 'partly' = 'verified'): Story =>
  story.does('RecordInspection', inspection('n1', verdict)).does('Conclude', { itemIds: ['i1'] });

const story = evaluatingItems();
const ready = concluded(story);

it('closes a satisfied item with its disposition, verifier and signer', () => {
  expect(ready.decides('CloseItem', closing)).toEqual([
    { type: 'ItemClosed', data: { ...closing, cycle: 1, lookBackDue: null, closedOn: '2026-03-25' } },
  ]);
  const closed = ready.does('CloseItem', closing).item('i1');
  expect([closed.stage, closed.disposition, closed.cycle?.closing?.data.verifier]).toEqual([
    'CLOSED',
    'resolved',
    'urban-committee',
  ]);
});

it('closes once; another closing of a closed item is refused', () => {
  const closed = ready.does('CloseItem', closing);
  expect(closed.decides('CloseItem', closing)).toEqual([]);
  expect(closed.decides('CloseItem', { ...closing, signer: 'person:other' })).toMatchObject({
    rejected: 'item.wrong-stage',
  });
});

it('makes a basic item come back for a look after six months', () => {
  const [event] = concluded(story, 'partly').does('CloseItem', closing).item('i1').lookBackDue?.steps ?? [];
  expect(event).toEqual({ date: '2026-03-25', code: 'start' });
  expect(concluded(story, 'partly').does('CloseItem', closing).item('i1').lookBackDue?.date).toBe(
    '2026-09-28',
  );
});

it('makes a continuous or tracked item come back every year', () => {
  const continuous = concluded(evaluatingItems({ assignment: { rectificationType: 'continuous' } }));
  expect(continuous.does('CloseItem', closing).item('i1').lookBackDue?.date).toBe('2027-03-25');
  const tracked = ready.does('CloseItem', { ...closing, disposition: 'long-term-tracking' });
  expect(tracked.item('i1').lookBackDue?.date).toBe('2027-03-25');
});

it.each(['housing-bureau', 'market-regulator', 'city-government'])('is never verified by %s', (verifier) => {
  expect(ready.decides('CloseItem', { ...closing, verifier })).toMatchObject({
    rejected: 'closing.verifier-is-handler',
    details: { organ: verifier },
  });
});

it('is not closed by a handler in another’s name', () => {
  expect(ready.by(actors.housing).decides('CloseItem', closing)).toMatchObject({
    rejected: 'closing.verifier-is-handler',
  });
});

it('is not closed before it is concluded, nor on a conclusion that knew less', () => {
  expect(story.decides('CloseItem', closing)).toMatchObject({ rejected: 'closing.not-concluded' });
  const more = ready.does('RecordInspection', inspection('n2', 'not-done'));
  expect(more.decides('CloseItem', closing)).toMatchObject({ rejected: 'closing.not-concluded' });
});

it('is not closed on a dissatisfied outcome, and in the next cycle only after a better one', () => {
  const failed = story.does('RecordVote', vote('v1', [10, 10, 30])).does('Conclude', { itemIds: ['i1'] });
  expect(failed.decides('CloseItem', closing)).toMatchObject({ rejected: 'closing.dissatisfied' });
  const again = evaluatedAgain(failed, 'R2');
  expect(again.decides('CloseItem', closing)).toMatchObject({ rejected: 'closing.not-concluded' });
  const better = again
    .does('RecordVote', vote('v2', [40, 5, 5]))
    .does('RecordInspection', inspection('n2', 'verified'));
  expect(
    better
      .does('Conclude', { itemIds: ['i1'] })
      .does('CloseItem', closing)
      .item('i1').stage,
  ).toBe('CLOSED');
});

it('needs a disposition of the vocabulary', () => {
  const without = { ...closing, disposition: '' as 'resolved' };
  expect(ready.decides('CloseItem', without)).toMatchObject({ rejected: 'closing.disposition-missing' });
});

it('is refused at other stages, for unknown items and unknown rules', () => {
  expect(receivedItems().decides('CloseItem', closing)).toMatchObject({ rejected: 'item.wrong-stage' });
  expect(ready.decides('CloseItem', { ...closing, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
  const lost = evaluatingItems({ assignment: { ruleSet: 'lost@1' } });
  expect(lost.decides('CloseItem', closing)).toMatchObject({ rejected: 'ruleset.unknown' });
});

it('is not closed on a conclusion that a correction of an earlier release has overtaken', () => {
  const corrected = ready.told({
    type: 'EventCorrected',
    data: {
      targetEventId: ready.opened().records.inspections[0]?.eventId ?? '',
      targetType: 'InspectionRecorded',
      field: '/findings/0/verdict',
      old: 'verified',
      new: 'partly',
      reason: 'typed into the wrong row',
      approver: 'person:director',
    },
  });
  expect(corrected.decides('CloseItem', closing)).toMatchObject({ rejected: 'closing.not-concluded' });
  const again = corrected.does('Conclude', { itemIds: ['i1'] });
  expect(again.does('CloseItem', closing).item('i1').lookBackDue).not.toBeNull();
});
