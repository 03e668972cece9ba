import { expect, it } from '@jest/globals';
import { contextOn } from '@duban/testing';
import { cnCalendar } from '../../calendar/cn/cn-calendar.ts';
import { cqDefault1 } from '../../ruleset/cq-default.ts';
import { actors, type Story } from '../case-story.fixture.ts';
import { rectifying, registered, submitted } from '../handling.fixture.ts';
import { knownOrgans } from '../known-organs.fixture.ts';
import { requestExtension } from './request-extension.step.ts';

const asking = { itemId: 'i1', requestedDue: '2026-06-05', reason: 'approval pending' } as const;
const granting = { itemId: 'i1', grant: true, reason: 'understood' } as const;
const refusing = { itemId: 'i1', grant: false, reason: 'no ground' } as const;

const running = rectifying().at('2026-03-30');
const asked = running.does('RequestExtension', asking).by(actors.council);
const granted = asked.does('DecideExtension', granting);
const refused = asked.does('DecideExtension', refusing);

const fixed = rectifying({ fixedDueDate: '2026-11-30' }, 'resolution')
  .at('2026-11-25')
  .does('RequestExtension', { ...asking, requestedDue: '2026-12-30' });

it('is asked by a leading organ up to the last day', () => {
  expect(running.at('2026-04-07').decides('RequestExtension', asking)).toEqual([
    { type: 'ExtensionRequested', data: { ...asking, requestedOn: '2026-04-07' } },
  ]);
  expect(running.at('2026-04-08').decides('RequestExtension', asking)).toEqual({
    rejected: 'extension.after-deadline',
    details: { dueDate: '2026-04-07' },
  });
});

it('is judged by the day of the decision, not by a day that is stated, nor by the one before a lost race', () => {
  const deciding = (decidedOn: string) => {
    const context = {
      ...{ ...contextOn('2026-04-07', actors.housing), decidedOn, calendar: cnCalendar, organs: knownOrgans },
      ...{ currentRuleSet: 'cq-default@1', ruleSets: { 'cq-default@1': cqDefault1 } },
    };
    return requestExtension.decide(asking, running.opened(), context, () => undefined);
  };
  expect(deciding('2026-04-07')).toHaveLength(1);
  expect(deciding('2026-04-08')).toMatchObject({ rejected: 'extension.after-deadline' });
});

it('ignores a repeated request and refuses a second one beside it', () => {
  const again = asked.by(actors.housing);
  expect(again.decides('RequestExtension', asking)).toEqual([]);
  expect(again.decides('RequestExtension', { ...asking, requestedDue: '2026-05-06' })).toMatchObject({
    rejected: 'extension.pending',
  });
});

it('is asked for a later date, within the length that the rule set allows', () => {
  const until = (requestedDue: string) => running.decides('RequestExtension', { ...asking, requestedDue });
  expect(until('2026-04-07')).toMatchObject({ rejected: 'extension.not-later' });
  expect(until('2026-07-07')).toHaveLength(1);
  expect(until('2026-07-08')).toEqual({
    rejected: 'extension.too-long',
    details: { newDue: '2026-07-08', latest: '2026-07-07' },
  });
});

it('is asked neither by a co-organ nor for an item that is not being handled', () => {
  expect(running.by(actors.market).decides('RequestExtension', asking)).toMatchObject({
    rejected: 'item.not-your-assignment',
  });
  expect(registered().decides('RequestExtension', asking)).toMatchObject({
    rejected: 'item.not-your-assignment',
  });
  expect(submitted().by(actors.housing).decides('RequestExtension', asking)).toMatchObject({
    rejected: 'item.wrong-stage',
  });
  expect(running.decides('RequestExtension', { ...asking, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
});

it('moves the due date to the day that the Chairpersons’ Council names', () => {
  expect(granted.item('i1').cycle).toMatchObject({
    due: { date: '2026-06-05', period: null },
    extensions: [{ decision: 'granted', decidedBy: 'chairpersons-council', newDue: '2026-06-05' }],
  });
  const shorter = asked.does('DecideExtension', { ...granting, newDue: '2026-05-06' });
  expect(shorter.item('i1').cycle?.due?.date).toBe('2026-05-06');
});

it('leaves the due date alone when refused', () => {
  expect(refused.item('i1').cycle).toMatchObject({
    due: { date: '2026-04-07' },
    extensions: [{ decision: 'refused', refusedFor: 'no ground', newDue: null }],
  });
});

it('ignores a repeated decision and refuses to decide otherwise', () => {
  expect(granted.decides('DecideExtension', granting)).toEqual([]);
  expect(granted.decides('DecideExtension', { ...granting, newDue: '2026-05-06' })).toMatchObject({
    rejected: 'extension.none-requested',
  });
  expect(refused.decides('DecideExtension', refusing)).toEqual([]);
  expect(refused.decides('DecideExtension', granting)).toMatchObject({
    rejected: 'extension.none-requested',
  });
  expect(running.by(actors.council).decides('DecideExtension', granting)).toMatchObject({
    rejected: 'extension.none-requested',
  });
  expect(asked.decides('DecideExtension', { ...granting, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
});

it('is decided within the limits, too', () => {
  const until = (newDue: string) => asked.decides('DecideExtension', { ...granting, newDue });
  expect(until('2026-04-07')).toMatchObject({ rejected: 'extension.not-later' });
  expect(until('2026-07-08')).toMatchObject({ rejected: 'extension.too-long' });
});

it('is granted as often as the rule set allows', () => {
  const again = granted
    .by(actors.housing)
    .decides('RequestExtension', { ...asking, requestedDue: '2026-07-06' });
  expect(again).toEqual({ rejected: 'extension.limit-reached', details: { granted: 1, limit: 1 } });
  const third = refused.by(actors.housing).decides('RequestExtension', asking);
  expect(third).toHaveLength(1);
});

const deciding = (story: Story) => story.decides('DecideExtension', granting);

it('is decided by the Council in its own post, not by offices or organs, nor in its name', () => {
  expect(deciding(asked.by(actors.office))).toMatchObject({ rejected: 'actor.not-competent' });
  expect(deciding(asked.by(actors.committee))).toMatchObject({ rejected: 'actor.not-competent' });
  for (const actor of [actors.housing, actors.office, actors.committee]) {
    expect(deciding(asked.by(actor, 'chairpersons-council'))).toMatchObject({ rejected: 'mandate.none' });
  }
  expect(deciding(asked.by(actors.council))).toMatchObject([
    { data: { decidedBy: 'chairpersons-council', count: 1 } },
  ]);
});

it('is decided by the working body for suggestions', () => {
  const suggestion = rectifying({}, 'suggestion')
    .at('2026-03-30')
    .does('RequestExtension', asking)
    .by(actors.committee);
  expect(deciding(suggestion)).toMatchObject([{ data: { decidedBy: 'working-body' } }]);
});

it('is left to the Standing Committee where a resolution fixed the date, and nobody speaks in its name', () => {
  expect(deciding(fixed.by(actors.council))).toEqual({
    rejected: 'extension.standing-committee-only',
    details: { dueDate: '2026-11-30' },
  });
  expect(deciding(fixed.by(actors.council, 'standing-committee'))).toMatchObject({
    rejected: 'mandate.none',
  });
});

it('may be refused by the Council even there: the date stays as it was set', () => {
  expect(fixed.by(actors.council).decides('DecideExtension', refusing)).toMatchObject([
    { type: 'ExtensionRefused' },
  ]);
});

it('is no longer decided once the item has ended', () => {
  const withdrawn = asked
    .by(actors.office)
    .does('Withdraw', { itemId: 'i1', reason: 'r', consentDocs: ['d'] });
  expect(deciding(withdrawn.by(actors.council))).toMatchObject({ rejected: 'item.wrong-stage' });
});
