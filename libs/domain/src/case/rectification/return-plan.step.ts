import { isRejected, rejected } from '@duban/kernel';
import type { Stored } from '../../schema/data.ts';
import { closed, freeText, whole, without } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { refuseSupervised } from '../competence.ts';
import { findItem, refuseOtherStage, withCycle } from '../item-access.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';

const planReturned = closed({ itemId: itemRef(), planVersion: whole(1), reason: freeText() });

export type PlanReturned = Stored<'PlanReturned', typeof planReturned>;

const sent = without(planReturned, 'planVersion');

const stages: readonly ItemStage[] = ['RECTIFYING'];

/** The latest plan goes back with its reason; the item stays where it is (section 2.3). */
export const returnPlan: Step<typeof sent, PlanReturned> = {
  label: { zh: '退回方案', en: 'Return the plan' },
  data: sent,
  who: ['working-body'],
  at: stages,
  whose: isNotHandling,
  decide: ({ itemId, reason }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const plan = item.cycle?.plans.at(-1);
    if (plan?.returnedFor === reason) return [];
    if (plan === undefined || plan.returnedFor !== null) return rejected('plan.none-filed', { itemId });
    const { planVersion } = plan.data;
    return (
      refuseSupervised([item], context) ??
      refuseOtherStage([item], stages) ?? [{ type: 'PlanReturned', data: { itemId, planVersion, reason } }]
    );
  },
  events: {
    PlanReturned: {
      data: planReturned,
      seenBy: 'parties',
      published: true,
      fold: (state, { data: { itemId, planVersion, reason } }) =>
        withCycle(state, itemId, (cycle) => ({
          ...cycle,
          plans: cycle.plans.map((plan) =>
            plan.data.planVersion === planVersion ? { ...plan, returnedFor: reason } : plan,
          ),
        })),
    },
  },
};
