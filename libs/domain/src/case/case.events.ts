/**
 * Events of a `case-<id>` stream. These types are storage format (contracts.md section 1): a changed payload is a new
 * schema version with an upcaster in `libs/contracts`, never an edit here alone.
 */
import type { StepEvent } from './step-types.ts';

export type CaseEvent = StepEvent;
export type CaseEventType = CaseEvent['type'];

export const caseStream = (caseId: string): string => `case-${caseId}`;

export const caseIdOf = (stream: string): string => stream.slice(caseStream('').length);
