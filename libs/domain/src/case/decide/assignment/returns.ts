import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../../equality/same-facts.ts';
import type { DecisionsOf } from '../../case.decisions.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { Cycle, ReturnState } from '../../case.state.ts';
import type { CommandContext } from '../../command-context.ts';
import { decidingBody, unlessHandledBy } from '../../competence.ts';
import { unlessSupervisable } from '../../organ-access.ts';
import { findItem, isOpen, ownAssignment, unlessAt } from '../../item-access.ts';
import { pinnedRules } from '../../pinned-rules.ts';

const lastReturn = (cycle: Cycle | null): ReturnState | undefined => cycle?.returns.at(-1);

/** An organ may know that it is not competent without knowing who is. */
const unlessProposable = (organ: string, context: CommandContext): Rejected<CaseRejection> | null =>
  unlessSupervisable(organ.trim() === '' ? [] : [organ], context);

const accepted = (cycle: Cycle | null): number =>
  cycle?.returns.filter(({ decision }) => decision?.accepted === true).length ?? 0;

export const returnDecisions: DecisionsOf<'AcknowledgeReceipt' | 'RequestReturn' | 'DecideReturn'> = {
  /** Each organ signs for its own assignment; the first receipt moves the item. */
  AcknowledgeReceipt: (
    { itemId, assignmentId, handler, phoneMasked = null },
    state,
    { actor, occurredOn },
  ) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const assignment = ownAssignment(item, assignmentId, actor.organ);
    if (isRejected(assignment)) return assignment;
    if (assignment.handler !== null) {
      const same = assignment.handler === handler && assignment.phoneMasked === phoneMasked;
      return same ? [] : rejected('receipt.already-given', { assignmentId });
    }
    if (!isOpen(item)) return rejected('item.wrong-stage', { itemId, stage: item.stage });
    return [
      {
        type: 'ReceiptAcknowledged',
        data: { itemId, assignmentId, handler, phoneMasked, receivedOn: occurredOn },
      },
    ];
  },

  /** Within the window, in working days from the assignment (S3 art. 14); silence afterwards is not consent to anything. */
  RequestReturn: (data, state, context) => {
    const item = findItem(state, data.itemId);
    if (isRejected(item)) return item;
    const assignment = ownAssignment(item, data.assignmentId, context.actor.organ);
    if (isRejected(assignment)) return assignment;
    const pending = item.stage === 'RETURN_REQUESTED' ? lastReturn(item.cycle)?.request : undefined;
    const requested = { ...data, requestedOn: pending?.requestedOn ?? context.occurredOn };
    if (pending !== undefined && sameFacts(pending, requested)) return [];
    const refusal =
      unlessAt([item], ['ASSIGNED', 'RECEIVED']) ?? unlessProposable(data.proposedOrgan, context);
    if (refusal !== null) return refusal;
    const rules = pinnedRules(item, context);
    if (isRejected(rules)) return rules;
    if (accepted(item.cycle) >= rules.returnsBeforeDesignation) {
      return rejected('return.leader-designates', { returns: accepted(item.cycle) });
    }
    return context.occurredOn > assignment.returnUntil.date
      ? rejected('return.window-passed', { returnUntil: assignment.returnUntil.date })
      : [{ type: 'ReturnRequested', data: requested }];
  },

  /** The supervision office or the government's office decides, never the organ itself, which may not pass it on (S31). */
  DecideReturn: ({ itemId, assignmentId, accept, newOrgan = null, reason }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const last = lastReturn(item.cycle);
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
      unlessHandledBy([item], context) ??
      unlessAt([item], ['RETURN_REQUESTED']) ??
      unlessSupervisable(accept && newOrgan !== null ? [newOrgan] : [], context);
    if (refusal !== null) return refusal;
    const decided = { itemId, assignmentId, decidedBy: decidingBody(context), reason };
    return accept
      ? [{ type: 'ReturnAccepted', data: { ...decided, newOrgan } }]
      : [{ type: 'ReturnRefused', data: decided }];
  },
};
