import { rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from './case.rejections.ts';
import type { AssignmentState, Cycle, ItemState, OpenedCase } from './case.state.ts';
import { activeAssignments } from './item-access.ts';
import { isSuggestion } from './suggestion/rounds.ts';

const hasReplied = ({ replies }: Cycle, { organ }: AssignmentState): boolean =>
  replies.some(({ by, enteredFor = by.organ }) => enteredFor === organ);

/** Its last report of this round says that its part is done, or what stands in the way. */
const hasReported = ({ progress }: Cycle, { id }: AssignmentState): boolean => {
  const last = progress.findLast(({ data }) => data.assignmentId === id)?.data;
  return last !== undefined && (last.percent === 100 || last.blockers.trim() !== '');
};

/**
 * Organs that handle the item separately 分办 and have not answered in this round: a suggestion by their reply, anything else by
 * their report to the addressee, whose one result covers all of them.
 */
export const silentLeads = (state: OpenedCase, { cycle }: ItemState): readonly string[] => {
  if (cycle === null) return [];
  const answered = isSuggestion(state) ? hasReplied : hasReported;
  return activeAssignments(cycle)
    .filter((assignment) => assignment.role === 'separate' && !answered(cycle, assignment))
    .map(({ organ }) => organ);
};

/** Why one report cannot stand for these items yet; null where every organ that answers for them has answered. */
export const refuseSilentLeads = (
  state: OpenedCase,
  items: readonly ItemState[],
): Rejected<CaseRejection> | null => {
  for (const item of items) {
    const organs = silentLeads(state, item);
    if (organs.length > 0) return rejected('result.leads-silent', { itemId: item.itemId, organs });
  }
  return null;
};
