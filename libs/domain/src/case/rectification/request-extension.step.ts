import { isRejected, rejected, statedBy } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, date, freeText, without } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import { dayThatCounts } from '../../time/day-that-counts.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { findItem, leadingOrgans, refuseOtherStage, withCycle } from '../item-access.ts';
import { pinnedRules } from '../pinned-rules.ts';
import { leads } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { refuseGrant } from './extension-limits.ts';

const extensionRequested = closed({
  itemId: itemRef(),
  requestedDue: date(),
  reason: freeText(),
  requestedOn: date(),
});

export type ExtensionRequested = Stored<'ExtensionRequested', typeof extensionRequested>;

const sent = without(extensionRequested, 'requestedOn');

const stages: readonly ItemStage[] = ['ASSIGNED', 'RECEIVED', 'RECTIFYING', 'REWORK', 'CONSULTING'];

/** Asked by a leading organ before the deadline has passed, judged by the day on which it was sent, or came in on paper. */
export const requestExtension: Step<typeof sent, ExtensionRequested> = {
  label: { zh: '申请延期', en: 'Request an extension' },
  source: { shanghai: [19] },
  data: sent,
  who: ['organ-lead'],
  onPaper: true,
  at: stages,
  whose: leads,
  decide: ({ itemId, requestedDue, reason }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const organs = leadingOrgans(item.cycle);
    if (!organs.includes(context.actor.organ)) return rejected('item.not-your-assignment', { organs });
    const last = item.cycle?.extensions.at(-1);
    if (last?.decision === null) {
      return sameFacts([last.requestedDue, last.reason], [requestedDue, reason])
        ? []
        : rejected('extension.pending');
    }
    const refusal = refuseOtherStage([item], stages);
    const due = item.cycle?.due ?? null;
    if (refusal !== null || due === null) return refusal ?? rejected('item.wrong-stage', { itemId });
    // No stated day, and no lost race, opens a period that has passed.
    if (dayThatCounts(context) > due.date) return rejected('extension.after-deadline', { dueDate: due.date });
    const rules = pinnedRules(item, context);
    if (isRejected(rules)) return rules;
    const data = { itemId, requestedDue, reason, requestedOn: context.occurredOn };
    return (
      refuseGrant({ item, due, newDue: requestedDue }, rules, context) ?? [
        { type: 'ExtensionRequested', data },
      ]
    );
  },
  events: {
    ExtensionRequested: {
      data: extensionRequested,
      seenBy: 'parties',
      published: true,
      fold: (state, { actor, paper, data: { itemId, requestedOn, requestedDue, reason } }) => {
        const undecided = { decision: null, decidedBy: null, newDue: null, refusedFor: null };
        return withCycle(state, itemId, (cycle) => ({
          ...cycle,
          extensions: [
            ...cycle.extensions,
            { askedBy: statedBy({ actor, paper }), requestedOn, requestedDue, reason, ...undecided },
          ],
        }));
      },
    },
  },
};
