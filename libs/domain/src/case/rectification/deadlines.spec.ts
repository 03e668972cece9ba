import { expect, it } from '@jest/globals';
import { cnCalendar } from '../../calendar/cn/cn-calendar.ts';
import { contextOn } from '@duban/testing';
import { actors, type Story } from '../case-story.fixture.ts';
import { caseDecider } from '../case.decider.ts';
import { assigned, listed, rectifying, submitted } from '../handling.fixture.ts';
import { cqDefault1 } from '../../ruleset/cq-default.ts';

const clock = { id: 'system:clock', role: 'system', organ: 'duban' };
const noting = (story: Story, on: string) => story.by(clock).at(on).decides('NoteDeadlines', {});
const noted = (story: Story, on: string) => story.by(clock).at(on).does('NoteDeadlines', {});

const running = rectifying();

it('warns once when the due date comes near', () => {
  expect(noting(running, '2026-03-27')).toEqual([]);
  expect(noting(running, '2026-03-28')).toEqual([
    {
      type: 'DeadlineApproaching',
      data: { itemId: 'i1', dueDate: '2026-04-07', daysLeft: 10, rung: 'due-10' },
    },
  ]);
  expect(noting(noted(running, '2026-03-28'), '2026-04-07')).toEqual([]);
});

it('notes each rung of the ladder once, and remembers the first day late', () => {
  const late = noted(running, '2026-04-08');
  expect(late.item('i1').cycle).toMatchObject({ rungsNoted: ['due+1'], firstMissedOn: '2026-04-08' });
  expect(noting(late, '2026-04-16')).toEqual([]);
  expect(noting(late, '2026-04-17')).toEqual([
    { type: 'DeadlineMissed', data: { itemId: 'i1', dueDate: '2026-04-07', daysLate: 10, rung: 'due+10' } },
  ]);
  expect(noted(late, '2026-05-07').item('i1').cycle?.firstMissedOn).toBe('2026-04-08');
});

it('catches up on every rung that was passed unnoticed', () => {
  expect(noting(running, '2026-05-07')).toMatchObject([
    { data: { rung: 'due+1', daysLate: 30 } },
    { data: { rung: 'due+10' } },
    { data: { rung: 'due+30' } },
  ]);
});

it('starts a new ladder for a new due date, and never forgets that it was late', () => {
  const extended = noted(running, '2026-03-28')
    .by(actors.housing)
    .does('RequestExtension', { itemId: 'i1', requestedDue: '2026-06-05', reason: 'r' });
  const late = noted(extended, '2026-04-08')
    .by(actors.council)
    .does('DecideExtension', { itemId: 'i1', grant: true, reason: '' });
  expect(late.item('i1').cycle).toMatchObject({ rungsNoted: [], firstMissedOn: '2026-04-08' });
  expect(noting(late, '2026-05-26')).toMatchObject([{ data: { rung: 'due-10', dueDate: '2026-06-05' } }]);
});

it('notes nothing while no organ owes a result', () => {
  const suspended = running
    .by(actors.office)
    .does('Suspend', { itemId: 'i1', ground: 'law-change', reviewDate: '2026-06-01' });
  expect(noting(suspended, '2026-05-07')).toEqual([]);
  expect(noting(submitted(), '2026-05-07')).toEqual([]);
  expect(noting(listed(), '2026-05-07')).toEqual([]);
});

it('is for the clock and the supervision office', () => {
  expect(running.by(actors.housing).decides('NoteDeadlines', {})).toMatchObject({
    rejected: 'actor.not-competent',
  });
  expect(running.by(actors.office).at('2026-04-08').decides('NoteDeadlines', {})).toHaveLength(1);
});

it('cannot read a ladder whose rule set is gone', () => {
  const context = {
    ...contextOn('2026-04-08', clock),
    calendar: cnCalendar,
    currentRuleSet: 'x@1',
    ruleSets: {},
    organs: {},
  };
  expect(caseDecider.decide({ type: 'NoteDeadlines', data: {}, context }, running.state)).toMatchObject({
    rejected: 'ruleset.unknown',
  });
});

const year = {
  year: 2027,
  restDays: { '2027-02-05': '春节', '2027-02-06': '春节', '2027-02-07': '春节' },
  workDays: {},
  notice: 'n',
};
const published = { ...cnCalendar, version: 'CN@2027-1', years: { ...cnCalendar.years, '2027': year } };
const recompute = (story: Story, calendar = published) => {
  const ruleSets = { 'cq-default@1': cqDefault1 };
  const context = {
    ...contextOn('2026-12-01', clock),
    calendar,
    currentRuleSet: 'cq-default@1',
    ruleSets,
    organs: {},
  };
  return caseDecider.decide({ type: 'RecomputeDueDates', data: {}, context }, story.state);
};
const provisional = assigned({ legalPeriod: { n: 13, unit: 'month' } });

it('recomputes what rested on an unpublished year, with before and after', () => {
  expect(recompute(provisional)).toMatchObject([
    {
      type: 'DueDateRecomputed',
      data: {
        which: 'due',
        assignmentId: null,
        before: { date: '2027-02-05', provisional: true, calendar: 'CN@2026-1' },
        after: { date: '2027-02-08', provisional: false, calendar: 'CN@2027-1' },
      },
    },
  ]);
});

it('recomputes nothing twice, nothing that stands and nothing that was set by date', () => {
  const events = recompute(provisional);
  const moved = 'rejected' in events ? provisional : provisional.told(...events);
  expect(moved.item('i1').cycle?.due?.date).toBe('2027-02-08');
  expect(recompute(moved)).toEqual([]);
  expect(recompute(running)).toEqual([]);
  expect(recompute(assigned({ fixedDueDate: '2027-02-05' }))).toEqual([]);
  expect(recompute(listed())).toEqual([]);
});

it('recomputes plan, co-opinion and return window of each assignment', () => {
  const late = listed()
    .at('2026-12-28')
    .does('Assign', {
      itemId: 'i1',
      assignments: [
        { id: 'a', organ: 'housing-bureau', role: 'lead', scopeText: '' },
        { id: 'b', organ: 'market-regulator', role: 'co', scopeText: '' },
      ],
      addressee: 'city-government',
      rectificationType: 'phased',
    });
  const events = recompute(late);
  expect(
    'rejected' in events
      ? []
      : events.map(({ data }) => ('which' in data ? [data.which, data.assignmentId] : [])),
  ).toEqual([
    ['due', null],
    ['plan', null],
    ['return', 'a'],
    ['co-opinion', 'b'],
    ['return', 'b'],
  ]);
  const folded = 'rejected' in events ? late : late.told(...events);
  expect(recompute(folded)).toEqual([]);
  expect(folded.item('i1').cycle).toMatchObject({
    planDue: { provisional: false },
    due: { provisional: false },
  });
});
