/** Whose affair a step is: what its decision asks of the asker's organ, asked before anybody has said what to do. */
import type { AssignmentRole } from './case.vocabulary.ts';
import { handled } from './handlers.ts';
import { activeAssignments, isHandling } from './item-access.ts';
import type { StepPlace } from './step.ts';

type Whose = (place: StepPlace) => boolean;

const holds =
  (roles: readonly AssignmentRole[]): Whose =>
  ({ item, organ }) =>
    activeAssignments(item.cycle).some((each) => each.organ === organ && roles.includes(each.role));

/** The asker's organ has a running assignment of its own. */
export const holdsAssignment = holds(['lead', 'co', 'separate']);

/** The asker's organ leads, or handles its part separately. */
export const leads = holds(['lead', 'separate']);

export const isCoOrgan = holds(['co']);

/** The asker's organ has no work in the item now: nobody decides about their own. */
export const isNotHandling: Whose = ({ item, organ }) => !isHandling(item, organ);

/** The asker's organ never handled the item in this round: nobody judges what they did. */
export const neverHandled: Whose = ({ state, item, organ }) => !handled(state, item, organ);
