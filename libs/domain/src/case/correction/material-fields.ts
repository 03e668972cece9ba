import type { CaseEventType } from '../case.events.ts';
import type { RulesOf } from '../step.ts';

/** Events that have no record yet. */
const CLERICAL: Partial<Readonly<Record<CaseEventType, readonly RegExp[]>>> = {
  VoteRecorded: [],
  InspectionRecorded: [/^\/place$/, /^\/findings\/\d+\/note$/],
  AppraisalRecorded: [],
  SurveyWaveRecorded: [/^\/contractor$/],
};

/**
 * Whether this field of an event is one that people decided on: counts, dates, verdicts, grades, the question, the
 * population. Until corrections by two persons exist, nobody changes it.
 */
export const isMaterial = (type: CaseEventType, pointer: string, rulesOf: RulesOf): boolean => {
  const clerical = rulesOf(type)?.clerical ?? CLERICAL[type];
  return clerical !== undefined && !clerical.some((pattern) => pattern.test(pointer));
};
