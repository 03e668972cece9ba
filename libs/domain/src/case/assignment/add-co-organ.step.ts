import { isRejected, rejected } from '@duban/kernel';
import { closed, freeText, id } from '../../schema/parts.ts';
import { findItem } from '../item-access.ts';
import type { Step } from '../step.ts';
import { proposedAssignment } from './new-assignment.ts';
import { runsAlready } from './organ-set.ts';
import { REASSIGNABLE, reassignedSo } from './reassignment.ts';

const addCoOrganData = closed({ itemId: id(), assignment: proposedAssignment, reason: freeText() });

/** 增加会办. Another organ joins; the lead's dates stay as they are. */
export const addCoOrgan: Step<typeof addCoOrganData> = {
  data: addCoOrganData,
  who: ['supervision-office', 'government-office'],
  at: REASSIGNABLE,
  decide: ({ itemId, assignment, reason }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    if (runsAlready(item, assignment)) return [];
    if (assignment.role !== 'co')
      return rejected('assignment.wrong-role', { role: assignment.role, allowed: ['co'] });
    const added = { endedAssignmentId: null, assignment, clockRule: 'continue', reason } as const;
    return reassignedSo(item, added, state, context);
  },
  events: {},
};
