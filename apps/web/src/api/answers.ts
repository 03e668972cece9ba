/** The shapes of the API's answers by their names in docs/openapi.json. Nothing is described here: `openapi.gen.ts` is made of it. */
import type { components } from './openapi.gen.ts';

type Schemas = components['schemas'];

export type AssignmentState = Schemas['Assignment'];
export type BoardItem = Schemas['BoardItem'];
export type BuildProgress = NonNullable<Schemas['BuildProgressOrNull']>;
export type CaseView = Schemas['Case'];
export type Cycle = Schemas['Cycle'];
export type DueDate = Schemas['DueDate'];
export type EventView = Schemas['EventView'];
export type Evidence = Schemas['Evidence'];
export type ItemStage = Schemas['ItemStage'];
export type ItemState = Schemas['Item'];
export type Light = Schemas['Light'];
export type OpenedCase = Schemas['CaseState'];
export type Persona = Schemas['Persona'];
export type ProblemDocument = Schemas['Problem'];
export type VoteRecorded = Schemas['VoteRecorded'];
export type VoteRule = Schemas['RuleSetVote'];
export type TimeAxis = Schemas['TimeAxis'];
