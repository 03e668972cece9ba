import { expect, it } from '@jest/globals';
import { actors } from '../case-story.fixture.ts';
import { received, rectifying } from '../handling.fixture.ts';

const suspending = { itemId: 'i1', ground: 'superior-approval', reviewDate: '2026-05-06' } as const;

const office = rectifying().at('2026-02-02').by(actors.council);
const suspended = office.does('Suspend', suspending);
const resumed = suspended.at('2026-05-03').does('Resume', { itemId: 'i1' });

it('stops on a listed ground until a date of review', () => {
  expect(suspended.item('i1')).toMatchObject({
    stage: 'SUSPENDED',
    suspension: { ground: 'superior-approval', since: '2026-02-02', reviewDate: '2026-05-06' },
  });
  expect(suspended.decides('Suspend', suspending)).toEqual([]);
  expect(suspended.decides('Suspend', { ...suspending, ground: 'law-change' })).toMatchObject({
    rejected: 'item.wrong-stage',
  });
});

it('refuses other grounds, past reviews, other stages and the organ itself', () => {
  expect(office.decides('Suspend', { ...suspending, ground: 'holiday' })).toMatchObject({
    rejected: 'suspension.ground-not-listed',
  });
  expect(office.decides('Suspend', { ...suspending, reviewDate: '2026-02-01' })).toMatchObject({
    rejected: 'suspension.review-in-past',
  });
  expect(received().by(actors.office).decides('Suspend', suspending)).toMatchObject({
    rejected: 'item.wrong-stage',
  });
  expect(office.by(actors.housing).decides('Suspend', suspending)).toMatchObject({
    rejected: 'actor.not-competent',
  });
  expect(office.decides('Suspend', { ...suspending, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
});

it('moves the due date by the days it stood still', () => {
  expect(resumed.item('i1')).toMatchObject({
    stage: 'RECTIFYING',
    suspension: null,
    resumedOn: '2026-05-03',
    cycle: { due: { date: '2026-07-06', period: { n: 90, unit: 'calendar-day' } } },
  });
});

it('moves nothing when resumed on the same day', () => {
  const same = suspended.does('Resume', { itemId: 'i1' });
  expect(same.item('i1').cycle?.due?.date).toBe('2026-04-07');
});

it('ignores a repeated resumption', () => {
  expect(resumed.decides('Resume', { itemId: 'i1' })).toEqual([]);
});

it('does not bring back an item that was withdrawn while it stood still', () => {
  const gone = suspended.does('Withdraw', { itemId: 'i1', reason: 'merged elsewhere', consentDocs: ['d1'] });
  expect(gone.at('2026-05-03').decides('Resume', { itemId: 'i1' })).toMatchObject({
    rejected: 'item.wrong-stage',
    details: { stage: 'WITHDRAWN', allowed: ['SUSPENDED'] },
  });
});

it('resumes nothing that was never suspended, nor before it was, nor by the organ', () => {
  expect(office.decides('Resume', { itemId: 'i1' })).toMatchObject({ rejected: 'item.wrong-stage' });
  expect(suspended.at('2026-02-01').decides('Resume', { itemId: 'i1' })).toMatchObject({
    rejected: 'item.wrong-stage',
  });
  expect(suspended.by(actors.housing).decides('Resume', { itemId: 'i1' })).toMatchObject({
    rejected: 'actor.not-competent',
  });
  expect(suspended.decides('Resume', { itemId: 'i9' })).toMatchObject({ rejected: 'item.unknown' });
});

it('leaves a resolution’s clock to the Standing Committee', () => {
  const fixed = rectifying({ fixedDueDate: '2026-11-30' }, 'resolution').at('2026-02-02').by(actors.office);
  expect(fixed.decides('Suspend', suspending)).toMatchObject({
    rejected: 'extension.standing-committee-only',
  });
  expect(fixed.by(actors.office, 'standing-committee').decides('Suspend', suspending)).toMatchObject({
    rejected: 'mandate.none',
  });
});
