import { isRejected, rejected } from '@duban/kernel';
import { sameFacts } from '../../../equality/same-facts.ts';
import type { DecisionsOf } from '../../case.decisions.ts';
import type { Cycle } from '../../case.state.ts';
import { unlessSupervised } from '../../competence.ts';
import type { Measure } from '../../events/rectification.events.ts';
import { findItem, ownAssignment, unlessAt } from '../../item-access.ts';

/** A measure names what, who by post, and by when; a missing indicator is for the working body to return. */
const isComplete = ({ text, post, milestoneDate }: Measure): boolean =>
  [text, post, milestoneDate].every((field) => field.trim() !== '');

const incomplete = (measures: readonly Measure[]): readonly string[] =>
  measures
    .filter((measure, index) => {
      const first = measures.findIndex(({ id }) => id === measure.id);
      return !isComplete(measure) || first !== index;
    })
    .map(({ id }) => id);

/** The plan in force of one organ: a returned one is none. */
const planOf = (cycle: Cycle | null, assignmentId: string) => {
  const last = cycle?.plans.findLast(({ data }) => data.assignmentId === assignmentId);
  return last?.returnedFor === null ? last.data : undefined;
};

const knownMeasures = (cycle: Cycle | null): readonly string[] =>
  (cycle?.plans ?? []).flatMap(({ data }) => data.measures.map(({ id }) => id));

export const planDecisions: DecisionsOf<'FilePlan' | 'ReturnPlan' | 'ReportProgress'> = {
  FilePlan: ({ itemId, assignmentId, measures }, state, { actor }) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const assignment = ownAssignment(item, assignmentId, actor.organ);
    if (isRejected(assignment)) return assignment;
    if (assignment.role === 'co')
      return rejected('assignment.wrong-role', { role: 'co', allowed: ['lead', 'separate'] });
    if (sameFacts(planOf(item.cycle, assignmentId)?.measures, measures)) return [];
    const refusal = unlessAt([item], ['RECEIVED', 'RECTIFYING']);
    if (refusal !== null) return refusal;
    if (measures.length === 0) return rejected('plan.empty');
    const faulty = incomplete(measures);
    if (faulty.length > 0) return rejected('plan.incomplete', { measures: faulty });
    const planVersion = (item.cycle?.plans.length ?? 0) + 1;
    return [{ type: 'PlanFiled', data: { itemId, assignmentId, planVersion, measures } }];
  },

  /** The latest plan goes back with its reason; the item stays where it is (section 2.3). */
  ReturnPlan: ({ itemId, reason }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const plan = item.cycle?.plans.at(-1);
    if (plan?.returnedFor === reason) return [];
    if (plan === undefined || plan.returnedFor !== null) return rejected('plan.none-filed', { itemId });
    const { planVersion } = plan.data;
    return (
      unlessSupervised([item], context) ??
      unlessAt([item], ['RECTIFYING']) ?? [{ type: 'PlanReturned', data: { itemId, planVersion, reason } }]
    );
  },

  /** The organ's own claim; the percentage is never a finding (section 2.8). */
  ReportProgress: (data, state, { actor }) => {
    const item = findItem(state, data.itemId);
    if (isRejected(item)) return item;
    const assignment = ownAssignment(item, data.assignmentId, actor.organ);
    if (isRejected(assignment)) return assignment;
    const last = item.cycle?.progress.findLast((report) => report.data.assignmentId === data.assignmentId);
    if (sameFacts(last?.data, data)) return [];
    const refusal = unlessAt([item], ['RECTIFYING', 'REWORK']);
    if (refusal !== null) return refusal;
    const known = knownMeasures(item.cycle);
    const unknown = data.milestoneStates
      .map(({ measureId }) => measureId)
      .filter((id) => !known.includes(id));
    return unknown.length > 0
      ? rejected('progress.unknown-measure', { measures: unknown })
      : [{ type: 'ProgressReported', data }];
  },
};
