import { isRejected, rejected } from '@duban/kernel';
import { sameFacts } from '../../../equality/same-facts.ts';
import type { DecisionsOf } from '../../case.decisions.ts';
import { unlessSupervised } from '../../competence.ts';
import { findAssignment, findItem, ownAssignment, unlessAt } from '../../item-access.ts';

export const coOpinionDecisions: DecisionsOf<'SubmitCoOpinion' | 'RecordCoOpinionMissed'> = {
  /** One current version; a late one is taken, also after it was recorded as missed (S3 art. 17). */
  SubmitCoOpinion: ({ itemId, assignmentId, text, evidence }, state, { actor }) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const assignment = ownAssignment(item, assignmentId, actor.organ);
    if (isRejected(assignment)) return assignment;
    if (assignment.role !== 'co') return rejected('co-opinion.not-a-co-organ', { assignmentId });
    const current = assignment.coOpinion?.data;
    if (sameFacts({ text: current?.text, evidence: current?.evidence }, { text, evidence })) return [];
    const refusal = unlessAt([item], ['RECEIVED', 'RECTIFYING', 'REWORK', 'CONSULTING']);
    const version = (current?.version ?? 0) + 1;
    return (
      refusal ?? [{ type: 'CoOpinionSubmitted', data: { itemId, assignmentId, version, text, evidence } }]
    );
  },

  /** The absence is a fact of its own: the lead's draft then goes on without the opinion (section 2.3). */
  RecordCoOpinionMissed: ({ itemId, assignmentId }, state, context) => {
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
    const refusal =
      unlessSupervised([item], context) ?? unlessAt([item], ['ASSIGNED', 'RECEIVED', 'RECTIFYING', 'REWORK']);
    if (refusal !== null) return refusal;
    return context.occurredOn > dueDate
      ? [{ type: 'CoOpinionMissed', data: { itemId, assignmentId, dueDate } }]
      : rejected('co-opinion.not-yet-due', { dueDate });
  },
};
