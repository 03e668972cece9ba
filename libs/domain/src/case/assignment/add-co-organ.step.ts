import { isRejected, rejected } from '@duban/kernel';
import { closed, freeText } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import { findItem } from '../item-access.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { proposedAssignment } from './new-assignment.ts';
import { runsAlready } from './organ-set.ts';
import { REASSIGNABLE, reassignedSo } from './reassignment.ts';

const addCoOrganData = closed({ itemId: itemRef(), assignment: proposedAssignment, reason: freeText() });

/** 增加会办. Another organ joins; the lead's dates stay as they are. */
export const addCoOrgan: Step<typeof addCoOrganData> = {
  label: { zh: '增加会办单位', en: 'Add a co-organ' },
  data: addCoOrganData,
  who: ['supervision-office', 'government-office'],
  at: REASSIGNABLE,
  whose: isNotHandling,
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
