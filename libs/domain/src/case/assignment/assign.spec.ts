import { expect, it } from '@jest/globals';
import { contextOn } from '@duban/testing';
import { cnCalendar } from '../../calendar/cn/cn-calendar.ts';
import { cqDefault1 } from '../../ruleset/cq-default.ts';
import { actors, co, lead } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { caseDecider } from '../case.decider.ts';
import type { CaseState } from '../case.state.ts';
import type { NewAssignment } from './new-assignment.ts';
import { assigned, assignment, listed } from '../handling.fixture.ts';
import { knownOrgans } from '../known-organs.fixture.ts';

const separate = (organ: string): NewAssignment => ({
  id: `a-${organ}`,
  organ,
  role: 'separate',
  scopeText: 'own part',
});
const assigning = (assignments: readonly NewAssignment[]) =>
  listed().decides('Assign', assignment('i1', { assignments }));

const ruleSets = { 'cq-default@1': cqDefault1, 'cq-default@2': { ...cqDefault1, version: 2 } };
const decideUnder = (currentRuleSet: string, data: CaseCommandData['Assign'], state: CaseState) => {
  const context = {
    ...contextOn('2026-01-09'),
    calendar: cnCalendar,
    currentRuleSet,
    ruleSets,
    organs: knownOrgans,
  };
  return caseDecider.decide({ type: 'Assign', data, context }, state);
};
const cycle = (form?: Parameters<typeof listed>[0], more: Parameters<typeof assigned>[0] = {}) =>
  assigned(more, form).item('i1').cycle;

it('assigns one lead with its co-organs, pinning the rule set', () => {
  const story = assigned();
  expect(story.item('i1')).toMatchObject({
    stage: 'ASSIGNED',
    ruleSet: 'cq-default@1',
    addressee: 'city-government',
    instruments: ['verification'],
    fixedInResolution: false,
    cycle: { n: 1, cause: 'assignment', startedOn: '2026-01-05' },
  });
  expect(story.item('i1').cycle?.assignments.map(({ id, role }) => [id, role])).toEqual([
    ['a-lead', 'lead'],
    ['a-co', 'co'],
  ]);
});

it('counts due date, plan, co-opinion and return window from the assignment', () => {
  expect(cycle()).toMatchObject({
    due: { date: '2026-04-07', period: { n: 3, unit: 'month' }, provisional: false },
    planDue: { date: '2026-02-04' },
    assignments: [
      { returnUntil: { date: '2026-01-14' }, coOpinionDue: null },
      { returnUntil: { date: '2026-01-14' }, coOpinionDue: { date: '2026-02-05' } },
    ],
  });
});

it.each([
  ['suggestion', '2026-04-07', null],
  ['audit-report', '2026-07-06', '2026-02-04'],
  ['resolution', '2026-04-07', '2026-02-04'],
] as const)('takes the period of a %s from the rule set', (form, due, planDue) => {
  expect([cycle(form)?.due?.date, cycle(form)?.planDue?.date ?? null]).toEqual([due, planDue]);
});

it('prefers a period that is stated, and a date fixed in the source to both', () => {
  const legalPeriod = { n: 2, unit: 'month' } as const;
  expect(cycle('law-inspection', { legalPeriod })?.due?.date).toBe('2026-03-05');
  const fixed = listed().decides('Assign', assignment('i1', { legalPeriod, fixedDueDate: '2026-11-29' }));
  expect(fixed).toMatchObject([{ data: { legalPeriod: null, due: { date: '2026-11-29', period: null } } }]);
});

it('knows a date in a resolution as fixed there, unless told otherwise', () => {
  const decide = (more: object) =>
    listed('resolution').decides('Assign', assignment('i1', { fixedDueDate: '2026-11-30', ...more }));
  expect(decide({})).toMatchObject([{ data: { fixedInResolution: true } }]);
  expect(decide({ fixedInResolution: false })).toMatchObject([{ data: { fixedInResolution: false } }]);
  expect(assigned({}, 'resolution').item('i1').fixedInResolution).toBe(false);
});

it('calls a due date in an unpublished year provisional', () => {
  expect(cycle('law-inspection', { legalPeriod: { n: 13, unit: 'month' } })?.due).toMatchObject({
    date: '2027-02-05',
    provisional: true,
  });
});

it('ignores a repeated assignment, whatever day it is sent again', () => {
  expect(assigned().decides('Assign', assignment('i1'))).toEqual([]);
  expect(assigned().at('2026-02-01').decides('Assign', assignment('i1'))).toEqual([]);
});

it('refuses to assign anew what is assigned', () => {
  expect(assigned().decides('Assign', assignment('i1', { rectificationType: 'at-once' }))).toMatchObject({
    rejected: 'item.wrong-stage',
    details: { stage: 'ASSIGNED', allowed: ['LISTED'] },
  });
});

it.each([
  ['nobody', []],
  ['a co-organ alone', [co]],
  ['two leads', [lead, { ...co, role: 'lead' as const }]],
  ['a single separate organ', [separate('housing-bureau')]],
  ['a lead beside separate organs', [lead, separate('transport-bureau'), separate('water-bureau')]],
])('refuses %s', (_who, assignments) => {
  expect(assigning(assignments)).toMatchObject({ rejected: 'assignment.needs-one-lead' });
});

it('takes two or more organs that answer separately, with co-organs or without', () => {
  expect(assigning([separate('housing-bureau'), separate('water-bureau')])).toHaveLength(1);
  expect(
    assigning([separate('housing-bureau'), separate('water-bureau'), separate('finance-bureau'), co]),
  ).toHaveLength(1);
});

it('refuses the same organ twice and the same assignment number twice', () => {
  expect(assigning([lead, { ...co, organ: lead.organ }])).toMatchObject({
    rejected: 'assignment.organ-doubled',
  });
  expect(assigning([lead, { ...co, id: lead.id }])).toMatchObject({ rejected: 'assignment.id-taken' });
});

it('refuses a deadline before the day of the assignment, and takes that very day', () => {
  const fixed = (fixedDueDate: string) => listed().decides('Assign', assignment('i1', { fixedDueDate }));
  expect(fixed('2026-01-04')).toMatchObject({ rejected: 'assignment.due-in-past' });
  expect(fixed('2026-01-05')).toHaveLength(1);
});

it('addresses the case’s legal addressee only', () => {
  expect(listed().decides('Assign', assignment('i1', { addressee: 'housing-bureau' }))).toEqual({
    rejected: 'assignment.other-addressee',
    details: { addressee: 'city-government' },
  });
});

it('refuses an unknown item and a supervised actor', () => {
  expect(listed().decides('Assign', assignment('i9'))).toMatchObject({ rejected: 'item.unknown' });
  expect(listed().by(actors.government).decides('Assign', assignment('i1'))).toMatchObject({
    rejected: 'actor.not-competent',
  });
});

it('keeps the rule set that an item was first assigned under', () => {
  const at = { itemId: 'i1', assignmentId: 'a-lead' };
  const returned = assigned()
    .by(actors.housing)
    .does('RequestReturn', { ...at, reasonCode: 'other', text: 't', proposedOrgan: 'transport-bureau' })
    .by(actors.office)
    .does('DecideReturn', { ...at, accept: true, reason: 'agreed' });
  const data = assignment('i1', { assignments: [{ ...lead, id: 'a-2', organ: 'transport-bureau' }] });
  expect(decideUnder('cq-default@2', data, returned.state)).toMatchObject([
    { data: { ruleSet: 'cq-default@1' } },
  ]);
  expect(decideUnder('cq-default@2', assignment('i1'), listed().state)).toMatchObject([
    { data: { ruleSet: 'cq-default@2' } },
  ]);
});

it('refuses a rule set that was never published', () => {
  expect(decideUnder('cq-default@3', assignment('i1'), listed().state)).toEqual({
    rejected: 'ruleset.unknown',
    details: { ruleSet: 'cq-default@3' },
  });
});
