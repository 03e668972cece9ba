import { isRejected, rejected } from '@duban/kernel';
import { closed, freeText } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import { clockRule } from '../case.vocabulary.ts';
import { activeAssignments, findItem } from '../item-access.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { proposedAssignment } from './new-assignment.ts';
import { runsAlready } from './organ-set.ts';
import { REASSIGNABLE, reassignedSo } from './reassignment.ts';

const changeLeadData = closed({
  itemId: itemRef(),
  assignment: proposedAssignment,
  clockRule: clockRule(),
  reason: freeText(),
});

/** 变更主办. The new lead takes the place of the one that leads now, whichever that is. */
export const changeLead: Step<typeof changeLeadData> = {
  label: { zh: '变更主办单位', en: 'Change the lead organ' },
  data: changeLeadData,
  who: ['supervision-office', 'government-office'],
  at: REASSIGNABLE,
  whose: isNotHandling,
  decide: ({ itemId, ...change }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const { assignment } = change;
    if (runsAlready(item, assignment)) return [];
    if (assignment.role !== 'lead') {
      return rejected('assignment.wrong-role', { role: assignment.role, allowed: ['lead'] });
    }
    const active = activeAssignments(item.cycle);
    const lead = active.find(({ role }) => role === 'lead');
    return lead === undefined
      ? rejected('assignment.needs-one-lead', { roles: active.map(({ role }) => role) })
      : reassignedSo(item, { ...change, endedAssignmentId: lead.id }, state, context);
  },
  events: {},
};
