import { isRejected, rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, flag, freeText, id, orNull } from '../../schema/parts.ts';
import { assignmentRef, itemRef, organRef } from '../../schema/references.ts';
import type { Cycle, ReturnState } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { decidingBody, refuseHandlers } from '../competence.ts';
import { withAssignment } from '../cycle-change.ts';
import { findItem, refuseOtherStage, withItem } from '../item-access.ts';
import { occurredOn } from '../occurred.ts';
import { refuseUnsupervisable } from '../organ-access.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';

const decideReturnData = closed({
  itemId: itemRef(),
  assignmentId: assignmentRef(),
  accept: flag(),
  newOrgan: Type.Optional(organRef()),
  reason: freeText(),
});

const returnAccepted = closed({
  itemId: itemRef(),
  assignmentId: assignmentRef(),
  decidedBy: id(),
  newOrgan: orNull(organRef()),
  reason: freeText(),
});

type ReturnAccepted = Stored<'ReturnAccepted', typeof returnAccepted>;

const returnRefused = closed({
  itemId: itemRef(),
  assignmentId: assignmentRef(),
  decidedBy: id(),
  reason: freeText(),
});

type ReturnRefused = Stored<'ReturnRefused', typeof returnRefused>;

const decided = (cycle: Cycle, decision: NonNullable<ReturnState['decision']>): Cycle => ({
  ...cycle,
  returns: cycle.returns.map((asked) => (asked.decision === null ? { ...asked, decision } : asked)),
});

const STAGES: readonly ItemStage[] = ['RETURN_REQUESTED'];

/** The supervision office or the government's office decides, never the organ itself, which may not pass it on (S31). */
export const decideReturn: Step<typeof decideReturnData, ReturnAccepted | ReturnRefused> = {
  label: { zh: '决定退办', en: 'Decide on the return' },
  source: { shanghai: [14] },
  data: decideReturnData,
  who: ['supervision-office', 'government-office'],
  at: STAGES,
  whose: isNotHandling,
  decide: ({ itemId, assignmentId, accept, newOrgan = null, reason }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const last = item.cycle?.returns.at(-1);
    if (last?.request.assignmentId !== assignmentId)
      return rejected('return.none-requested', { assignmentId });
    if (last.decision !== null) {
      const stands = sameFacts(last.decision, {
        accepted: accept,
        newOrgan: accept ? newOrgan : null,
        reason,
      });
      return stands ? [] : rejected('return.none-requested', { assignmentId });
    }
    const refusal =
      refuseHandlers([item], context) ??
      refuseOtherStage([item], STAGES) ??
      refuseUnsupervisable(accept && newOrgan !== null ? [newOrgan] : [], context);
    if (refusal !== null) return refusal;
    const data = { itemId, assignmentId, decidedBy: decidingBody(context), reason };
    return accept
      ? [{ type: 'ReturnAccepted', data: { ...data, newOrgan } }]
      : [{ type: 'ReturnRefused', data }];
  },
  events: {
    ReturnAccepted: {
      data: returnAccepted,
      seenBy: 'parties',
      published: true,
      /** The clock stops, and starts anew with the next assignment (section 8, 8). */
      fold: (state, { data: { itemId, assignmentId, newOrgan, reason }, occurredAt }) =>
        withItem(state, itemId, ({ cycle, ...item }) => {
          const ended = { endedOn: occurredOn({ occurredAt }), endReason: 'returned' } as const;
          return {
            ...item,
            stage: 'LISTED',
            cycle: cycle && {
              ...decided(withAssignment(cycle, assignmentId, ended), { accepted: true, newOrgan, reason }),
              due: null,
              planDue: null,
            },
          };
        }),
    },
    ReturnRefused: {
      data: returnRefused,
      seenBy: 'parties',
      published: true,
      fold: (state, { data: { itemId, reason } }) =>
        withItem(state, itemId, ({ cycle, ...item }) => ({
          ...item,
          stage: 'RECEIVED',
          cycle: cycle && decided(cycle, { accepted: false, newOrgan: null, reason }),
        })),
    },
  },
};
