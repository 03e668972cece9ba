import { expect, it } from '@jest/globals';
import { actors, co, lead, type Story } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { assigned, rectifying, registered } from '../handling.fixture.ts';

const successor = { ...lead, id: 'a-2', organ: 'transport-bureau' } as const;
const helper = { ...co, id: 'a-3', organ: 'finance-bureau' } as const;

const change = (more: Partial<CaseCommandData['Reassign']> = {}): CaseCommandData['Reassign'] => ({
  itemId: 'i1',
  endedAssignmentId: 'a-lead',
  assignment: successor,
  clockRule: 'restart',
  reason: 'competence moved',
  ...more,
});

const office = (story: Story): Story => story.at('2026-02-02').by(actors.office);
const running = office(rectifying());

it('ends the old assignment and keeps it beside the new one', () => {
  const story = running.does('Reassign', change());
  expect(story.item('i1').cycle?.assignments).toMatchObject([
    { id: 'a-lead', endedOn: '2026-02-02', endReason: 'reassigned' },
    { id: 'a-co', endedOn: null },
    { id: 'a-2', assignedOn: '2026-02-02', returnUntil: { date: '2026-02-11' }, receivedOn: null },
  ]);
});

it('starts the clock anew for a successor who starts anew', () => {
  expect(running.does('Reassign', change()).item('i1')).toMatchObject({
    stage: 'ASSIGNED',
    cycle: { due: { date: '2026-05-06' }, planDue: { date: '2026-03-04' } },
  });
});

it('lets the clock run on where it shall', () => {
  expect(running.does('Reassign', change({ clockRule: 'continue' })).item('i1')).toMatchObject({
    stage: 'RECTIFYING',
    cycle: { due: { date: '2026-04-07' }, planDue: { date: '2026-02-04' } },
  });
});

it('takes a deadline that is stated, but none in the past', () => {
  expect(running.decides('Reassign', change({ fixedDueDate: '2026-06-30' }))).toMatchObject([
    { data: { due: { date: '2026-06-30', period: null } } },
  ]);
  expect(running.decides('Reassign', change({ fixedDueDate: '2026-02-01' }))).toMatchObject({
    rejected: 'assignment.due-in-past',
  });
});

it('runs on past its date when nothing else is stated: late stays late', () => {
  const late = running.at('2026-06-01').decides('Reassign', change({ clockRule: 'continue' }));
  expect(late).toMatchObject([{ data: { due: { date: '2026-04-07' } } }]);
});

it('leaves the lead’s dates alone where a co-organ is replaced, whatever clock the co-organ gets', () => {
  const other = { endedAssignmentId: 'a-co', assignment: { ...helper, id: 'a-4' } };
  const story = running.does('Reassign', change(other));
  expect(story.item('i1')).toMatchObject({
    stage: 'RECTIFYING',
    cycle: { due: { date: '2026-04-07' }, planDue: { date: '2026-02-04' } },
  });
  expect(story.item('i1').cycle?.assignments.at(-1)).toMatchObject({ coOpinionDue: { date: '2026-03-02' } });
  expect(running.decides('Reassign', change({ ...other, fixedDueDate: '2026-06-30' }))).toMatchObject({
    rejected: 'assignment.date-of-lead',
  });
});

it('leaves a date fixed in a resolution to the Standing Committee', () => {
  const fixed = office(rectifying({ fixedDueDate: '2026-11-30' }, 'resolution'));
  expect(fixed.decides('Reassign', change())).toMatchObject([{ data: { due: { date: '2026-11-30' } } }]);
  const moving = change({ fixedDueDate: '2026-12-31' });
  expect(fixed.decides('Reassign', moving)).toMatchObject({ rejected: 'extension.standing-committee-only' });
  expect(fixed.by(actors.office, 'standing-committee').decides('Reassign', moving)).toMatchObject({
    rejected: 'mandate.none',
  });
});

it('ignores a repeated reassignment and refuses to end an assignment twice', () => {
  const story = running.does('Reassign', change());
  expect(story.decides('Reassign', change())).toEqual([]);
  const other = change({ assignment: { ...successor, id: 'a-9', organ: 'water-bureau' } });
  expect(story.decides('Reassign', other)).toMatchObject({ rejected: 'assignment.ended' });
  expect(story.decides('Reassign', change({ endedAssignmentId: 'a-8' }))).toMatchObject({
    rejected: 'assignment.unknown',
  });
});

it('keeps one lead and each organ once', () => {
  const asCo = change({ assignment: { ...successor, role: 'co' } });
  expect(running.decides('Reassign', asCo)).toMatchObject({ rejected: 'assignment.needs-one-lead' });
  const doubled = change({ assignment: { ...successor, organ: 'market-regulator' } });
  expect(running.decides('Reassign', doubled)).toMatchObject({ rejected: 'assignment.organ-doubled' });
  const sameId = change({ assignment: { ...successor, id: 'a-lead' } });
  expect(running.decides('Reassign', sameId)).toMatchObject({ rejected: 'assignment.id-taken' });
});

it('is for the offices, and for items that are being handled', () => {
  expect(running.by(actors.housing).decides('Reassign', change())).toMatchObject({
    rejected: 'actor.not-competent',
  });
  expect(running.by(actors.government).decides('Reassign', change())).toHaveLength(1);
  expect(registered().decides('Reassign', change())).toMatchObject({ rejected: 'assignment.unknown' });
  expect(running.decides('Reassign', change({ itemId: 'i9' }))).toMatchObject({ rejected: 'item.unknown' });
  const suspended = running.does('Suspend', { itemId: 'i1', ground: 'law-change', reviewDate: '2026-03-02' });
  expect(suspended.decides('Reassign', change())).toMatchObject({ rejected: 'item.wrong-stage' });
});

it('adds a co-organ with a co-opinion date of its own', () => {
  const adding = { itemId: 'i1', assignment: helper, reason: 'money' };
  const story = running.does('AddCoOrgan', adding);
  expect(story.item('i1')).toMatchObject({ stage: 'RECTIFYING', cycle: { due: { date: '2026-04-07' } } });
  expect(story.item('i1').cycle?.assignments.at(-1)).toMatchObject({ coOpinionDue: { date: '2026-03-02' } });
  expect(story.decides('AddCoOrgan', adding)).toEqual([]);
  expect(running.decides('AddCoOrgan', { ...adding, assignment: successor })).toMatchObject({
    rejected: 'assignment.wrong-role',
  });
  expect(running.decides('AddCoOrgan', { ...adding, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
});

it('changes the lead in one step', () => {
  const changing = {
    itemId: 'i1',
    assignment: successor,
    clockRule: 'continue',
    reason: 'competence moved',
  } as const;
  const story = running.does('ChangeLead', changing);
  expect(story.item('i1').cycle?.assignments[0]).toMatchObject({ id: 'a-lead', endedOn: '2026-02-02' });
  expect(story.decides('ChangeLead', changing)).toEqual([]);
  expect(running.decides('ChangeLead', { ...changing, assignment: helper })).toMatchObject({
    rejected: 'assignment.wrong-role',
  });
  expect(running.decides('ChangeLead', { ...changing, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
});

it('has no lead to change where organs answer separately', () => {
  const apart = (['housing-bureau', 'water-bureau'] as const).map(
    (organ) => ({ id: organ, organ, role: 'separate', scopeText: '' }) as const,
  );
  const changing = { itemId: 'i1', assignment: successor, clockRule: 'continue', reason: 'r' } as const;
  expect(assigned({ assignments: apart }).decides('ChangeLead', changing)).toMatchObject({
    rejected: 'assignment.needs-one-lead',
  });
});
