import type { EvolutionsOf } from '../case.decisions.ts';
import type { Cycle, Extension } from '../case.state.ts';
import type { RectificationEvent } from '../events/rectification.events.ts';
import { withCycle, withItem } from '../item-access.ts';
import { factOf, occurredOn } from '../occurred.ts';
import { withDue } from './cycle-change.ts';
import { resultEvolutions, type ResultEventType } from './result.ts';

const decided = (cycle: Cycle, decision: Partial<Extension>): Cycle => ({
  ...cycle,
  extensions: cycle.extensions.map((asked) => (asked.decision === null ? { ...asked, ...decision } : asked)),
});

const noted = (cycle: Cycle, rung: string): Cycle => ({ ...cycle, rungsNoted: [...cycle.rungsNoted, rung] });

const progressEvolutions: EvolutionsOf<'PlanFiled' | 'PlanReturned' | 'ProgressReported'> = {
  PlanFiled: (state, event) =>
    withItem(state, event.data.itemId, ({ cycle, ...item }) => ({
      ...item,
      stage: item.stage === 'RECEIVED' ? 'RECTIFYING' : item.stage,
      cycle: cycle && { ...cycle, plans: [...cycle.plans, { ...factOf(event), returnedFor: null }] },
    })),

  PlanReturned: (state, { data: { itemId, planVersion, reason } }) =>
    withCycle(state, itemId, (cycle) => ({
      ...cycle,
      plans: cycle.plans.map((plan) =>
        plan.data.planVersion === planVersion ? { ...plan, returnedFor: reason } : plan,
      ),
    })),

  ProgressReported: (state, event) =>
    withCycle(state, event.data.itemId, (cycle) => ({
      ...cycle,
      progress: [...cycle.progress, factOf(event)],
    })),
};

const clockEvolutions: EvolutionsOf<
  Exclude<RectificationEvent['type'], ResultEventType | keyof typeof progressEvolutions>
> = {
  ExtensionRequested: (state, { data: { itemId, requestedOn, requestedDue, reason } }) =>
    withCycle(state, itemId, (cycle) => ({
      ...cycle,
      extensions: [
        ...cycle.extensions,
        {
          requestedOn,
          requestedDue,
          reason,
          decision: null,
          decidedBy: null,
          newDue: null,
          refusedFor: null,
        },
      ],
    })),

  ExtensionGranted: (state, { data: { itemId, newDue, decidedBy } }) =>
    withCycle(state, itemId, (cycle) =>
      withDue(decided(cycle, { decision: 'granted', decidedBy, newDue: newDue.date }), newDue),
    ),

  ExtensionRefused: (state, { data: { itemId, decidedBy, reason } }) =>
    withCycle(state, itemId, (cycle) =>
      decided(cycle, { decision: 'refused', decidedBy, refusedFor: reason }),
    ),

  DeadlineApproaching: (state, { data }) => withCycle(state, data.itemId, (cycle) => noted(cycle, data.rung)),

  /** The first day late is never forgotten, though the date may move later on. */
  DeadlineMissed: (state, { data, occurredAt }) =>
    withCycle(state, data.itemId, (cycle) => ({
      ...noted(cycle, data.rung),
      firstMissedOn: cycle.firstMissedOn ?? occurredOn({ occurredAt }),
    })),

  ItemSuspended: (state, { data: { itemId, ground, reviewDate, suspendedOn } }) =>
    withItem(state, itemId, (item) => ({
      ...item,
      stage: 'SUSPENDED',
      resumeTo: item.stage,
      suspension: { ground, since: suspendedOn, reviewDate },
    })),

  ItemResumed: (state, { data: { itemId, newDue, resumedOn } }) =>
    withItem(state, itemId, ({ cycle, ...item }) => ({
      ...item,
      stage: item.resumeTo ?? 'RECTIFYING',
      resumeTo: null,
      resumedOn,
      suspension: null,
      cycle: cycle && withDue(cycle, newDue),
    })),
};

export const rectificationEvolutions: EvolutionsOf<RectificationEvent['type']> = {
  ...progressEvolutions,
  ...clockEvolutions,
  ...resultEvolutions,
};
