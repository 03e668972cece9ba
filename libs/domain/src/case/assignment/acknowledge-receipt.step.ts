import { isRejected, rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import type { Stored } from '../../schema/data.ts';
import { closed, date, orNull, person, text } from '../../schema/parts.ts';
import { assignmentRef, itemRef } from '../../schema/references.ts';
import { OPEN_STAGES } from '../case.vocabulary.ts';
import { withAssignment } from '../cycle-change.ts';
import { activeAssignments, findItem, isOpen, ownAssignment, withCycle, withItem } from '../item-access.ts';
import { holdsAssignment } from '../own-affair.ts';
import type { Step } from '../step.ts';

const acknowledgeReceiptData = closed({
  itemId: itemRef(),
  assignmentId: assignmentRef(),
  handler: person(),
  phoneMasked: Type.Optional(text()),
});

const receiptAcknowledged = closed({
  itemId: itemRef(),
  assignmentId: assignmentRef(),
  handler: person(),
  phoneMasked: orNull(text()),
  receivedOn: date(),
});

type ReceiptAcknowledged = Stored<'ReceiptAcknowledged', typeof receiptAcknowledged>;

/** 签收. Each organ signs for its own assignment; the first receipt moves the item. */
export const acknowledgeReceipt: Step<typeof acknowledgeReceiptData, ReceiptAcknowledged> = {
  label: { zh: '签收', en: 'Acknowledge receipt' },
  data: acknowledgeReceiptData,
  who: ['organ-lead', 'organ-co', 'government-office'],
  onPaper: true,
  at: OPEN_STAGES,
  whose: holdsAssignment,
  when: ({ item, organ }) =>
    activeAssignments(item.cycle).some((each) => each.organ === organ && each.handler === null),
  decide: ({ itemId, assignmentId, handler, phoneMasked = null }, state, { actor, occurredOn }) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const assignment = ownAssignment(item, assignmentId, actor.organ);
    if (isRejected(assignment)) return assignment;
    if (assignment.handler !== null) {
      const same = assignment.handler === handler && assignment.phoneMasked === phoneMasked;
      return same ? [] : rejected('receipt.already-given', { assignmentId });
    }
    if (!isOpen(item)) return rejected('item.wrong-stage', { itemId, stage: item.stage });
    const data = { itemId, assignmentId, handler, phoneMasked, receivedOn: occurredOn };
    return [{ type: 'ReceiptAcknowledged', data }];
  },
  events: {
    ReceiptAcknowledged: {
      data: receiptAcknowledged,
      seenBy: 'parties',
      published: true,
      personal: { phoneMasked: ['handler'] },
      fold: (state, { data: { itemId, assignmentId, handler, phoneMasked, receivedOn } }) =>
        withItem(
          withCycle(state, itemId, (cycle) =>
            withAssignment(cycle, assignmentId, { handler, phoneMasked, receivedOn }),
          ),
          itemId,
          (item) => (item.stage === 'ASSIGNED' ? { ...item, stage: 'RECEIVED' } : item),
        ),
    },
  },
};
