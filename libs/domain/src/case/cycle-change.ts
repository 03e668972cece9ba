import type { DueDate } from '../calendar/calendar.ts';
import type { AssignmentState, Cycle } from './case.state.ts';

/** Another due date has a ladder of its own: what was noted for the old one does not count for it. */
export const withDue = (cycle: Cycle, due: DueDate): Cycle => ({
  ...cycle,
  due,
  rungsNoted: cycle.due?.date === due.date ? cycle.rungsNoted : [],
});

export const withAssignment = (
  cycle: Cycle,
  assignmentId: string | null,
  change: Partial<AssignmentState>,
): Cycle => ({
  ...cycle,
  assignments: cycle.assignments.map((assignment) =>
    assignment.id === assignmentId ? { ...assignment, ...change } : assignment,
  ),
});
