import { isRejected, rejected, SYSTEM_ROLE } from '@duban/kernel';
import type { Stored } from '../../schema/data.ts';
import { closed, date } from '../../schema/parts.ts';
import { assignmentRef, itemRef } from '../../schema/references.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { refuseSupervised } from '../competence.ts';
import { withAssignment } from '../cycle-change.ts';
import { findAssignment, findItem, refuseOtherStage, withCycle } from '../item-access.ts';
import { occurredOn } from '../occurred.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';

const recordCoOpinionMissedData = closed({ itemId: itemRef(), assignmentId: assignmentRef() });

const coOpinionMissed = closed({ itemId: itemRef(), assignmentId: assignmentRef(), dueDate: date() });

type CoOpinionMissed = Stored<'CoOpinionMissed', typeof coOpinionMissed>;

const STAGES: readonly ItemStage[] = ['ASSIGNED', 'RECEIVED', 'RECTIFYING', 'REWORK'];

/**
 * By the clock or the supervision office, after the co-opinion's due date. The absence is a fact of its own: the lead's
 * draft then goes on without the opinion (section 2.3).
 */
export const recordCoOpinionMissed: Step<typeof recordCoOpinionMissedData, CoOpinionMissed> = {
  label: { zh: '记录会办逾期', en: 'Record a missed co-opinion' },
  source: { shanghai: [17] },
  data: recordCoOpinionMissedData,
  who: ['supervision-office', SYSTEM_ROLE],
  at: STAGES,
  whose: isNotHandling,
  decide: ({ itemId, assignmentId }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const assignment = findAssignment(item, assignmentId);
    if (assignment === undefined) return rejected('assignment.unknown', { assignmentId });
    if (assignment.coOpinionMissedOn !== null) return [];
    if (assignment.endedOn !== null)
      return rejected('assignment.ended', { assignmentId, endedOn: assignment.endedOn });
    const dueDate = assignment.coOpinionDue?.date;
    if (dueDate === undefined) return rejected('co-opinion.not-a-co-organ', { assignmentId });
    if (assignment.coOpinion !== null) return rejected('co-opinion.received', { assignmentId });
    const refusal = refuseSupervised([item], context) ?? refuseOtherStage([item], STAGES);
    if (refusal !== null) return refusal;
    return context.occurredOn > dueDate
      ? [{ type: 'CoOpinionMissed', data: { itemId, assignmentId, dueDate } }]
      : rejected('co-opinion.not-yet-due', { dueDate });
  },
  events: {
    CoOpinionMissed: {
      data: coOpinionMissed,
      seenBy: 'parties',
      published: true,
      fold: (state, { data, occurredAt }) =>
        withCycle(state, data.itemId, (cycle) =>
          withAssignment(cycle, data.assignmentId, { coOpinionMissedOn: occurredOn({ occurredAt }) }),
        ),
    },
  },
};
