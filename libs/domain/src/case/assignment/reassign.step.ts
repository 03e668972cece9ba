import { isRejected, rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import type { Stored } from '../../schema/data.ts';
import { closed, date, dueDate, freeText, orNull } from '../../schema/parts.ts';
import { assignmentRef, itemRef } from '../../schema/references.ts';
import { clockRule } from '../case.vocabulary.ts';
import { withAssignment, withDue } from '../cycle-change.ts';
import { findAssignment, findItem, withItem } from '../item-access.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { begun } from './begun-assignment.ts';
import { newAssignment, proposedAssignment } from './new-assignment.ts';
import { runsAlready } from './organ-set.ts';
import { REASSIGNABLE, reassignedSo } from './reassignment.ts';

const reassignData = closed({
  itemId: itemRef(),
  endedAssignmentId: assignmentRef(),
  assignment: proposedAssignment,
  clockRule: clockRule(),
  fixedDueDate: Type.Optional(date()),
  reason: freeText(),
});

const itemReassigned = closed({
  itemId: itemRef(),
  /** Ended, not overwritten; null when an organ is added. */
  endedAssignmentId: orNull(assignmentRef()),
  assignment: newAssignment,
  clockRule: clockRule(),
  due: dueDate(),
  planDue: orNull(dueDate()),
  /** Of the new assignment, when it is a co-organ's. */
  coOpinionDue: orNull(dueDate()),
  returnUntil: dueDate(),
  reassignedOn: date(),
  reason: freeText(),
});

type ItemReassigned = Stored<'ItemReassigned', typeof itemReassigned>;

/** 改办. */
export const reassign: Step<typeof reassignData, ItemReassigned> = {
  label: { zh: '重新交办', en: 'Reassign' },
  data: reassignData,
  who: ['supervision-office', 'government-office'],
  at: REASSIGNABLE,
  whose: isNotHandling,
  decide: ({ itemId, ...change }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const { endedAssignmentId: assignmentId, assignment } = change;
    const ended = findAssignment(item, assignmentId);
    if (ended === undefined) return rejected('assignment.unknown', { assignmentId });
    if (ended.endedOn === null) return reassignedSo(item, change, state, context);
    return ended.endReason === 'reassigned' && runsAlready(item, assignment)
      ? []
      : rejected('assignment.ended', { assignmentId, endedOn: ended.endedOn });
  },
  events: {
    ItemReassigned: {
      data: itemReassigned,
      seenBy: 'public',
      published: true,
      /** A leading organ whose clock restarts begins at the beginning, with a receipt and a plan of its own. */
      fold: (state, { data }) =>
        withItem(state, data.itemId, ({ cycle, ...item }) => {
          const ended = { endedOn: data.reassignedOn, endReason: 'reassigned' } as const;
          const assignment = begun(data.assignment, { ...data, assignedOn: data.reassignedOn });
          const restarts = data.clockRule === 'restart' && data.assignment.role !== 'co';
          const before = cycle && withAssignment(withDue(cycle, data.due), data.endedAssignmentId, ended);
          return {
            ...item,
            stage: restarts ? 'ASSIGNED' : item.stage,
            cycle: before && {
              ...before,
              planDue: data.planDue,
              assignments: [...before.assignments, assignment],
            },
          };
        }),
    },
  },
};
