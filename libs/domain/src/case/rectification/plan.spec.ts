import { expect, it } from '@jest/globals';
import { actors } from '../case-story.fixture.ts';
import { assigned, evidence, measure, received, rectifying } from '../handling.fixture.ts';

const filing = { itemId: 'i1', assignmentId: 'a-lead', measures: [measure] } as const;
const returning = { itemId: 'i1', reason: 'no indicators' } as const;
const progress = {
  itemId: 'i1',
  assignmentId: 'a-lead',
  periodEnd: '2026-01-31',
  percent: 40,
  milestoneStates: [{ measureId: 'm1', state: 'on-track' }],
  blockers: '',
  evidence,
} as const;

const filed = rectifying();
const returned = filed.by(actors.committee).does('ReturnPlan', returning);

it('puts a received item to work with its plan', () => {
  expect(received().decides('FilePlan', filing)).toEqual([
    { type: 'PlanFiled', data: { ...filing, planVersion: 1 } },
  ]);
  expect(filed.item('i1').stage).toBe('RECTIFYING');
  expect(filed.decides('FilePlan', filing)).toEqual([]);
});

it('counts the versions of a plan', () => {
  const second = [{ ...measure, target: 'nine in ten' }];
  expect(filed.decides('FilePlan', { ...filing, measures: second })).toMatchObject([
    { data: { planVersion: 2 } },
  ]);
  expect(returned.by(actors.housing).decides('FilePlan', filing)).toMatchObject([
    { data: { planVersion: 2 } },
  ]);
});

it.each(['text', 'post', 'milestoneDate'] as const)('refuses a measure without its %s', (field) => {
  const measures = [measure, { ...measure, id: 'm2', [field]: '' }];
  expect(received().decides('FilePlan', { ...filing, measures })).toEqual({
    rejected: 'plan.incomplete',
    details: { measures: ['m2'] },
  });
});

it('refuses an empty plan and one that numbers two measures alike', () => {
  expect(received().decides('FilePlan', { ...filing, measures: [] })).toMatchObject({
    rejected: 'plan.empty',
  });
  expect(received().decides('FilePlan', { ...filing, measures: [measure, measure] })).toMatchObject({
    rejected: 'plan.incomplete',
  });
});

it('takes a plan without indicators: the working body returns it', () => {
  expect(
    received().decides('FilePlan', { ...filing, measures: [{ ...measure, indicator: '' }] }),
  ).toHaveLength(1);
});

it('takes a plan from a leading organ, on its own assignment, after the receipt', () => {
  expect(assigned().by(actors.housing).decides('FilePlan', filing)).toMatchObject({
    rejected: 'item.wrong-stage',
  });
  expect(filed.by(actors.market).decides('FilePlan', filing)).toMatchObject({
    rejected: 'item.not-your-assignment',
  });
  const asCo = { ...filing, assignmentId: 'a-co' };
  expect(filed.by(actors.market).decides('FilePlan', asCo)).toMatchObject({
    rejected: 'assignment.wrong-role',
  });
  expect(filed.decides('FilePlan', { ...filing, itemId: 'i9' })).toMatchObject({ rejected: 'item.unknown' });
});

it('returns the latest plan with a reason; the item stays', () => {
  expect(returned.item('i1')).toMatchObject({
    stage: 'RECTIFYING',
    cycle: { plans: [{ returnedFor: 'no indicators' }] },
  });
  expect(returned.decides('ReturnPlan', returning)).toEqual([]);
  expect(returned.decides('ReturnPlan', { ...returning, reason: 'another' })).toMatchObject({
    rejected: 'plan.none-filed',
  });
});

it('returns no plan that was never filed, and lets no organ return its own', () => {
  expect(received().by(actors.committee).decides('ReturnPlan', returning)).toMatchObject({
    rejected: 'plan.none-filed',
  });
  expect(filed.decides('ReturnPlan', returning)).toMatchObject({ rejected: 'actor.not-competent' });
  expect(returned.decides('ReturnPlan', { ...returning, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
  const paused = filed
    .by(actors.office)
    .does('Suspend', { itemId: 'i1', ground: 'law-change', reviewDate: '2026-06-01' });
  expect(paused.decides('ReturnPlan', returning)).toMatchObject({ rejected: 'item.wrong-stage' });
});

it('reports progress on the measures of the plan', () => {
  expect(filed.decides('ReportProgress', progress)).toEqual([{ type: 'ProgressReported', data: progress }]);
  const strange = { ...progress, milestoneStates: [{ measureId: 'm9', state: 'done' as const }] };
  expect(filed.decides('ReportProgress', strange)).toEqual({
    rejected: 'progress.unknown-measure',
    details: { measures: ['m9'] },
  });
});

it('ignores a report sent twice, and takes the next one', () => {
  const story = filed.does('ReportProgress', progress);
  expect(story.decides('ReportProgress', progress)).toEqual([]);
  expect(story.decides('ReportProgress', { ...progress, percent: 60 })).toHaveLength(1);
});

it('reports from a co-organ, too, but never from another organ or before the plan', () => {
  const own = { ...progress, assignmentId: 'a-co' };
  expect(filed.by(actors.market).decides('ReportProgress', own)).toHaveLength(1);
  expect(filed.decides('ReportProgress', own)).toMatchObject({ rejected: 'item.not-your-assignment' });
  expect(received().decides('ReportProgress', { ...progress, milestoneStates: [] })).toMatchObject({
    rejected: 'item.wrong-stage',
  });
  expect(filed.decides('ReportProgress', { ...progress, itemId: 'i9' })).toMatchObject({
    rejected: 'item.unknown',
  });
});
