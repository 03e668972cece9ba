import { isRejected, rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, listOf, whole, without } from '../../schema/parts.ts';
import { assignmentRef, itemRef } from '../../schema/references.ts';
import type { Cycle } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { findItem, ownAssignment, refuseOtherStage, withItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { leads } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { measure, type Measure } from './measure.ts';

const planFiled = closed({
  itemId: itemRef(),
  assignmentId: assignmentRef(),
  planVersion: whole(1),
  measures: listOf(measure),
});

export type PlanFiled = Stored<'PlanFiled', typeof planFiled>;

const sent = without(planFiled, 'planVersion');

const stages: readonly ItemStage[] = ['RECEIVED', 'RECTIFYING'];

/** A measure names what, who by post, and by when; a missing indicator is for the working body to return. */
const isComplete = ({ text, post, milestoneDate }: Measure): boolean =>
  [text, post, milestoneDate].every((field) => field.trim() !== '');

const incomplete = (measures: readonly Measure[]): readonly string[] =>
  measures
    .filter((named, index) => {
      const first = measures.findIndex(({ id: known }) => known === named.id);
      return !isComplete(named) || first !== index;
    })
    .map(({ id: faulty }) => faulty);

/** The plan in force of one organ: a returned one is none. */
const planOf = (cycle: Cycle | null, assignmentId: string) => {
  const last = cycle?.plans.findLast(({ data }) => data.assignmentId === assignmentId);
  return last?.returnedFor === null ? last.data : undefined;
};

/** 报送整改方案: by an organ that leads, for its own part. */
export const filePlan: Step<typeof sent, PlanFiled> = {
  label: { zh: '报送整改方案', en: 'File the plan' },
  data: sent,
  who: ['organ-lead'],
  onPaper: true,
  at: stages,
  whose: leads,
  decide: ({ itemId, assignmentId, measures }, state, { actor }) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const assignment = ownAssignment(item, assignmentId, actor.organ);
    if (isRejected(assignment)) return assignment;
    if (assignment.role === 'co')
      return rejected('assignment.wrong-role', { role: 'co', allowed: ['lead', 'separate'] });
    if (sameFacts(planOf(item.cycle, assignmentId)?.measures, measures)) return [];
    const refusal = refuseOtherStage([item], stages);
    if (refusal !== null) return refusal;
    if (measures.length === 0) return rejected('plan.empty');
    const faulty = incomplete(measures);
    if (faulty.length > 0) return rejected('plan.incomplete', { measures: faulty });
    const planVersion = (item.cycle?.plans.length ?? 0) + 1;
    return [{ type: 'PlanFiled', data: { itemId, assignmentId, planVersion, measures } }];
  },
  events: {
    PlanFiled: {
      data: planFiled,
      seenBy: 'parties',
      published: true,
      fold: (state, event) =>
        withItem(state, event.data.itemId, ({ cycle, ...item }) => ({
          ...item,
          stage: item.stage === 'RECEIVED' ? 'RECTIFYING' : item.stage,
          cycle: cycle && { ...cycle, plans: [...cycle.plans, { ...factOf(event), returnedFor: null }] },
        })),
    },
  },
};
