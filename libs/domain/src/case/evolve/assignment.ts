import type { EvolutionsOf } from '../case.decisions.ts';
import type { AssignmentEvent } from '../events/assignment.events.ts';
import type { OpenedCase } from '../case.state.ts';

const unchanged = (state: OpenedCase): OpenedCase => state;

export const assignmentEvolutions: EvolutionsOf<AssignmentEvent['type']> = {
  ItemRegistered: unchanged,
  ListApproved: unchanged,
  ItemAssigned: unchanged,
  ReceiptAcknowledged: unchanged,
  ReturnRequested: unchanged,
  ReturnAccepted: unchanged,
  ReturnRefused: unchanged,
  ItemReassigned: unchanged,
  DueDateRecomputed: unchanged,
  CoOpinionSubmitted: unchanged,
  CoOpinionMissed: unchanged,
};
