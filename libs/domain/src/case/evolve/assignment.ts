import type { DueDate } from '../../calendar/calendar.ts';
import type { EvolutionsOf } from '../case.decisions.ts';
import type { AssignmentState, Cycle, ItemState, OpenedCase, ReturnState } from '../case.state.ts';
import type { AssignmentEvent, NewAssignment } from '../events/assignment.events.ts';
import { withCycle, withItem } from '../item-access.ts';
import { newCycle, newItem } from '../new-item.ts';
import { factOf, occurredOn } from '../occurred.ts';
import { withAssignment, withDue } from './cycle-change.ts';
import { ownEntry } from '../own-entry.ts';

type Dates = {
  readonly assignedOn: string;
  readonly returnUntil: DueDate;
  readonly coOpinionDue: DueDate | null;
};

const begun = (assignment: NewAssignment, { coOpinionDue, ...dates }: Dates): AssignmentState => ({
  ...assignment,
  ...dates,
  coOpinionDue: assignment.role === 'co' ? coOpinionDue : null,
  receivedOn: null,
  handler: null,
  phoneMasked: null,
  endedOn: null,
  endReason: null,
  coOpinion: null,
  coOpinionMissedOn: null,
});

const received = (item: ItemState): ItemState =>
  item.stage === 'ASSIGNED' ? { ...item, stage: 'RECEIVED' } : item;

const decided = (cycle: Cycle, decision: NonNullable<ReturnState['decision']>): Cycle => ({
  ...cycle,
  returns: cycle.returns.map((asked) => (asked.decision === null ? { ...asked, decision } : asked)),
});

export const assignmentEvolutions: EvolutionsOf<AssignmentEvent['type']> = {
  ItemRegistered: (state, event) => {
    const { itemId, title, text, category, proposers } = event.data;
    if (ownEntry(state.items, itemId) !== undefined) return state;
    const item = {
      ...newItem(itemId, 'REGISTERED'),
      registered: factOf(event),
      title,
      text,
      category,
      proposers,
    };
    return { ...state, items: { ...state.items, [itemId]: item } };
  },

  ListApproved: (state, { data }) =>
    data.itemIds.reduce<OpenedCase>(
      (changed, itemId) => withItem(changed, itemId, (item) => ({ ...item, stage: 'LISTED' })),
      { ...state, lists: [...state.lists, data] },
    ),

  /** A returned item stays in its cycle: the ended assignment is kept before the new ones. */
  ItemAssigned: (state, { data }) =>
    withItem(state, data.itemId, (item) => {
      const {
        ruleSet,
        addressee,
        rectificationType,
        instruments,
        fixedInResolution,
        due,
        planDue,
        assignedOn,
      } = data;
      const cycle =
        item.cycle ??
        newCycle({ n: item.pastCycles.length + 1, cause: 'assignment', startedOn: assignedOn, due });
      const assignments = data.assignments.map((assignment) => begun(assignment, data));
      return {
        ...item,
        ...{ ruleSet, addressee, rectificationType, instruments, fixedInResolution },
        stage: 'ASSIGNED',
        cycle: { ...withDue(cycle, due), planDue, assignments: [...cycle.assignments, ...assignments] },
      };
    }),

  ReceiptAcknowledged: (state, { data: { itemId, assignmentId, handler, phoneMasked, receivedOn } }) =>
    withItem(
      withCycle(state, itemId, (cycle) =>
        withAssignment(cycle, assignmentId, { handler, phoneMasked, receivedOn }),
      ),
      itemId,
      received,
    ),

  ReturnRequested: (state, { data }) =>
    withItem(state, data.itemId, ({ cycle, ...item }) => ({
      ...item,
      stage: 'RETURN_REQUESTED',
      cycle: cycle && { ...cycle, returns: [...cycle.returns, { request: data, decision: null }] },
    })),

  /** The clock stops, and starts anew with the next assignment (section 8, 8). */
  ReturnAccepted: (state, { data: { itemId, assignmentId, newOrgan, reason }, occurredAt }) =>
    withItem(state, itemId, ({ cycle, ...item }) => {
      const ended = { endedOn: occurredOn({ occurredAt }), endReason: 'returned' } as const;
      return {
        ...item,
        stage: 'LISTED',
        cycle: cycle && {
          ...decided(withAssignment(cycle, assignmentId, ended), { accepted: true, newOrgan, reason }),
          due: null,
          planDue: null,
        },
      };
    }),

  ReturnRefused: (state, { data: { itemId, reason } }) =>
    withItem(state, itemId, ({ cycle, ...item }) => ({
      ...item,
      stage: 'RECEIVED',
      cycle: cycle && decided(cycle, { accepted: false, newOrgan: null, reason }),
    })),

  /** A leading organ whose clock restarts begins at the beginning, with a receipt and a plan of its own. */
  ItemReassigned: (state, { data }) =>
    withItem(state, data.itemId, ({ cycle, ...item }) => {
      const ended = { endedOn: data.reassignedOn, endReason: 'reassigned' } as const;
      const assignment = begun(data.assignment, { ...data, assignedOn: data.reassignedOn });
      const restarts = data.clockRule === 'restart' && data.assignment.role !== 'co';
      const before = cycle && withAssignment(withDue(cycle, data.due), data.endedAssignmentId, ended);
      return {
        ...item,
        stage: restarts ? 'ASSIGNED' : item.stage,
        cycle: before && {
          ...before,
          planDue: data.planDue,
          assignments: [...before.assignments, assignment],
        },
      };
    }),

  CoOpinionSubmitted: (state, event) =>
    withCycle(state, event.data.itemId, (cycle) =>
      withAssignment(cycle, event.data.assignmentId, { coOpinion: factOf(event) }),
    ),

  CoOpinionMissed: (state, { data, occurredAt }) =>
    withCycle(state, data.itemId, (cycle) =>
      withAssignment(cycle, data.assignmentId, { coOpinionMissedOn: occurredOn({ occurredAt }) }),
    ),
};
