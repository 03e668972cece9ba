import { rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { AssignmentState, ItemState } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import type { NewAssignment } from './new-assignment.ts';
import { activeAssignments } from '../item-access.ts';
import { refuseUnsupervisable } from '../organ-access.ts';
import { sameFacts } from '../../equality/same-facts.ts';

const doubled = (values: readonly string[]): string | undefined =>
  values.find((value, index) => values.indexOf(value) !== index);

/** One lead with its co-organs 主办、会办, or two and more answering separately 分办; nothing in between. */
const hasOneAnswer = (assignments: readonly NewAssignment[]): boolean => {
  const leads = assignments.filter(({ role }) => role === 'lead').length;
  const separate = assignments.filter(({ role }) => role === 'separate').length;
  return (leads === 1 && separate === 0) || (leads === 0 && separate >= 2);
};

/** Why the item may not be handled by its remaining organs and these new ones; null when it may. */
export const refuseUnfitOrgans = (
  item: ItemState,
  added: readonly NewAssignment[],
  context: CommandContext,
  endedId: string | null = null,
): Rejected<CaseRejection> | null => {
  const ids = [...(item.cycle?.assignments ?? []), ...added].map(({ id }) => id);
  const takenId = doubled(ids);
  if (takenId !== undefined) return rejected('assignment.id-taken', { assignmentId: takenId });
  const active = [...activeAssignments(item.cycle).filter(({ id }) => id !== endedId), ...added];
  const twice = doubled(active.map(({ organ }) => organ));
  if (twice !== undefined) return rejected('assignment.organ-doubled', { organ: twice });
  return hasOneAnswer(active)
    ? refuseUnsupervisable(
        added.map(({ organ }) => organ),
        context,
      )
    : rejected('assignment.needs-one-lead', { roles: active.map(({ role }) => role) });
};

const plain = ({ id, organ, role, scopeText }: NewAssignment): NewAssignment => ({
  id,
  organ,
  role,
  scopeText,
});

/** This very assignment runs already. */
export const runsAlready = (item: ItemState, assignment: NewAssignment): boolean =>
  activeAssignments(item.cycle).some((active: AssignmentState) =>
    sameFacts(plain(active), plain(assignment)),
  );
