import { isRejected, rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import { clerical, uncorrectable } from '../../schema/corrections.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, freeText, without } from '../../schema/parts.ts';
import { escalationRef, itemRef } from '../../schema/references.ts';
import { ENDED_STAGES, escalationLevel, OPEN_STAGES } from '../case.vocabulary.ts';
import { findItem, isOpen, withItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import type { Step } from '../step.ts';

const escalationRaised = closed({
  escalationId: escalationRef(),
  itemId: itemRef(),
  level: uncorrectable(escalationLevel()),
  reason: clerical(freeText()),
});

export type EscalationRaised = Stored<'EscalationRaised', typeof escalationRaised>;

const sent = without(escalationRaised, 'escalationId');

/** The engine may propose a rung of the ladder; raising and deciding it stay with people (S1 art. 8). */
export const escalate: Step<typeof sent, EscalationRaised> = {
  label: { zh: '升级督办', en: 'Escalate' },
  data: sent,
  who: ['supervision-office'],
  at: OPEN_STAGES,
  decide: ({ itemId, level, reason }, state) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    if (!isOpen(item))
      return rejected('item.wrong-stage', { itemId, stage: item.stage, refused: ENDED_STAGES });
    const last = item.escalations.at(-1);
    if (
      last?.decision === null &&
      last.cycle === (item.cycle?.n ?? 0) &&
      sameFacts([last.data.level, last.data.reason], [level, reason])
    ) {
      return [];
    }
    const escalationId = `${itemId}-escalation-${item.escalations.length + 1}`;
    return [{ type: 'EscalationRaised', data: { escalationId, itemId, level, reason } }];
  },
  events: {
    EscalationRaised: {
      data: escalationRaised,
      seenBy: 'parties',
      published: true,
      // What the Congress weighs before it has decided is its own.
      textsSeenBy: { reason: 'congress' },
      fold: (state, event) =>
        withItem(state, event.data.itemId, (item) => ({
          ...item,
          escalations: [...item.escalations, { ...factOf(event), cycle: item.cycle?.n ?? 0, decision: null }],
        })),
    },
  },
};
