import type { Data } from '../../schema/data.ts';
import { closed, shape, text } from '../../schema/parts.ts';
import { newId, organRef } from '../../schema/references.ts';
import { assignmentRole } from '../case.vocabulary.ts';

const said = { id: newId(), organ: organRef(), role: assignmentRole(), scopeText: text() };

/** Who is to do what: an organ, its role, and the part of the item that is its own. As events store it. */
export const newAssignment = shape('NewAssignment', said);

/** The same as it is sent. */
export const proposedAssignment = closed(said);

export type NewAssignment = Data<typeof newAssignment>;
