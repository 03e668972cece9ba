import type { CaseEventType } from '../case.events.ts';

/** Events that say a fact anew, or that it should be: each repeats words of the event that `targetEventId` names. */
const CORRECTING = [
  'EventCorrected',
  'CorrectionProposed',
  'CorrectionConfirmed',
] as const satisfies readonly CaseEventType[];

export const correctingEvents: readonly string[] = CORRECTING;
