import type { DueDate } from '../calendar/calendar.ts';
import type { AssignmentState, Commitment, Cycle, ItemState } from './case.state.ts';
import { activeAssignments } from './item-access.ts';
import { newCycle } from './new-item.ts';
import type { NextCycle } from './next-cycle.ts';

/** A date that somebody wrote down, not one that was counted here. */
export const writtenDown = (date: string, calendar: string): DueDate => ({
  date,
  provisional: false,
  calendar,
  period: null,
  steps: [{ date, code: 'fixed' }],
});

/** An imported item names an organ but was never assigned here: from its next cycle on that organ leads. */
const importedLead = (item: ItemState, { cycle, due }: NextCycle, on: string): readonly AssignmentState[] => {
  const organ = item.imported?.data.organ ?? null;
  if (organ === null) return [];
  const lead: AssignmentState = {
    id: `${item.itemId}-imported~${cycle}`,
    organ,
    role: 'lead',
    scopeText: item.title,
    assignedOn: on,
    returnUntil: writtenDown(on, due.calendar),
    receivedOn: on,
    handler: null,
    phoneMasked: null,
    coOpinionDue: null,
    endedOn: null,
    endReason: null,
    coOpinion: null,
    coOpinionMissedOn: null,
  };
  return [lead];
};

const firstId = (assignmentId: string): string => assignmentId.replace(/~\d+$/, '');

/** The same organs in the same roles, as assignments of their own; nobody signs for them a second time (C21). */
const carriedAssignments = (item: ItemState, next: NextCycle, on: string): readonly AssignmentState[] => {
  const active = activeAssignments(item.cycle);
  if (active.length === 0) return importedLead(item, next, on);
  return active.map((assignment) => ({
    ...assignment,
    id: `${firstId(assignment.id)}~${next.cycle}`,
    assignedOn: on,
    receivedOn: on,
    coOpinionDue: assignment.role === 'co' ? next.due : null,
    coOpinion: null,
    coOpinionMissedOn: null,
  }));
};

const openCommitments = (cycle: Cycle | null): readonly Commitment[] =>
  (cycle?.commitments ?? []).filter(({ fulfilledBy }) => fulfilledBy === null);

/** The item in its next round: own due date, own organs, own evaluation; the closed round stays as it was (C19, C22). */
export const inNextCycle = (item: ItemState, next: NextCycle, on: string): ItemState => ({
  ...item,
  stage: 'RECTIFYING',
  resumeTo: null,
  suspension: null,
  disposition: null,
  lookBackDue: null,
  relapseFound: false,
  pastCycles: item.cycle === null ? item.pastCycles : [...item.pastCycles, item.cycle],
  cycle: {
    ...newCycle({ n: next.cycle, cause: next.cause, startedOn: on, due: next.due }),
    assignments: carriedAssignments(item, next, on),
    commitments: openCommitments(item.cycle),
  },
});
