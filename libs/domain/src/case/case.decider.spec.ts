import { expect, it } from '@jest/globals';
import { contextOn, given } from '@duban/testing';
import { cnCalendar } from '../calendar/cn/cn-calendar.ts';
import { cqDefault1 } from '../ruleset/cq-default.ts';
import { nothingYet, opening } from './case-story.fixture.ts';
import { caseDecider } from './case.decider.ts';
import { caseStream, type CaseEvent } from './case.events.ts';
import { item } from './handling.fixture.ts';
import { knownOrgans } from './known-organs.fixture.ts';

const context = {
  ...contextOn('2026-01-05'),
  calendar: cnCalendar,
  currentRuleSet: 'cq-default@1',
  ruleSets: { 'cq-default@1': cqDefault1 },
  organs: knownOrgans,
};
const open = { type: 'OpenCase', data: opening('work-report'), context } as const;
const opened: CaseEvent = { type: 'CaseOpened', data: { ...open.data, openedOn: '2026-01-05' } };

it('opens, and opens once', () => {
  given(caseDecider).when(open).then(opened);
  given(caseDecider, opened).when(open).thenNothing();
});

it('refuses whatever is asked of a case that was never opened', () => {
  given(caseDecider)
    .when({ type: 'RegisterItem', data: item('i1'), context })
    .thenRejected('case.unknown');
});

it('lets nothing happen after the day on which it is recorded', () => {
  given(caseDecider)
    .when({ ...open, context: { ...context, today: '2026-01-04' } })
    .thenRejected('command.in-future');
});

it('ignores events of a case that was never opened, and a second opening', () => {
  const lost = nothingYet.told({ type: 'CaseLinked', data: { kind: 'parent', target: 'case-1' } });
  expect(lost.state).toEqual({ status: 'unopened' });
  const once = nothingYet.told(opened);
  expect(once.told(opened).state).toEqual(once.state);
});

it('names its stream after the case', () => {
  expect(caseStream('c1')).toBe('case-c1');
});
