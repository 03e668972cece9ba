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

it('lets nothing happen after the instant at which it is recorded', () => {
  given(caseDecider)
    .when({ ...open, context: { ...context, decidedAt: '2026-01-05T00:59:59.999999999Z' } })
    .thenRejected('command.in-future');
});

it('takes an earlier time from the Congress’s side with the document of that day, and from nobody else', () => {
  const later = { ...context, decidedAt: '2026-01-06T01:00:00.000Z', decidedOn: '2026-01-06' };
  const documented = { ...later, basis: { documentNo: 'SC 2026 No. 1' } };
  const organ = { id: 'person:x', role: 'organ-lead', organ: 'housing-bureau' };
  given(caseDecider)
    .when({ ...open, context: later })
    .thenRejected('command.time-without-document');
  given(caseDecider)
    .when({ ...open, context: { ...documented, actor: organ } })
    .thenRejected('command.time-not-yours');
  given(caseDecider)
    .when({ ...open, context: documented })
    .then(opened);
});

it('lets nobody act on behalf of a body or a person, whatever paper is named', () => {
  for (const onBehalfOf of ['standing-committee', 'chairpersons-council', 'person:deputy-1', '']) {
    given(caseDecider)
      .when({ ...open, context: { ...context, onBehalfOf, basis: { documentNo: 'SC 2026 No. 1' } } })
      .thenRejected('mandate.none');
  }
});

it('asks the Council for the paper or the meeting that decided', () => {
  const council = { id: 'person:cc', role: 'chairpersons-council', organ: 'npcsc-council' };
  const listing = (basis: object, meetingNo: string) =>
    ({
      type: 'ApproveList',
      data: { listNo: 'L1', itemIds: ['i1'], approvedBy: 'cc', meetingNo },
      context: { ...context, actor: council, basis },
    }) as const;
  given(caseDecider, opened).when(listing({}, ' ')).thenRejected('basis.missing');
  given(caseDecider, opened)
    .when(listing({ article: '17' }, ''))
    .thenRejected('basis.missing');
  for (const named of [
    listing({}, 'CC-1'),
    listing({ documentNo: 'D1' }, ''),
    listing({ meeting: 'M1' }, ''),
  ]) {
    given(caseDecider, opened).when(named).thenRejected('item.unknown');
  }
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
