import type { DecidedBy } from '../authority/deciding-bodies.ts';
import { stepRecords } from './step-tables.ts';

/** Every step that is an act of a body, by the name of its command, with whose decision it is. */
export const stepsOfBodies: ReadonlyMap<string, DecidedBy> = new Map(
  Object.entries(stepRecords).flatMap(([name, { decidedBy }]) =>
    decidedBy === undefined ? [] : [[name, decidedBy] as const],
  ),
);
