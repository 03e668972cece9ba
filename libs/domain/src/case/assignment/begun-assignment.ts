import type { DueDate } from '../../calendar/calendar.ts';
import type { AssignmentState } from '../case.state.ts';
import type { NewAssignment } from './new-assignment.ts';

type Dates = {
  readonly assignedOn: string;
  readonly returnUntil: DueDate;
  readonly coOpinionDue: DueDate | null;
};

/** An assignment on its first day: nobody has signed for it yet. */
export const begun = (
  assignment: NewAssignment,
  { assignedOn, returnUntil, coOpinionDue }: Dates,
): AssignmentState => ({
  ...assignment,
  assignedOn,
  returnUntil,
  coOpinionDue: assignment.role === 'co' ? coOpinionDue : null,
  receivedOn: null,
  handler: null,
  phoneMasked: null,
  endedOn: null,
  endReason: null,
  coOpinion: null,
  coOpinionMissedOn: null,
});
