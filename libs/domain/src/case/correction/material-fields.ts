import type { CaseEventType } from '../case.events.ts';

/** Spelling and place names: all that one person may correct in what an evaluation rests on. */
const CLERICAL: Partial<Readonly<Record<CaseEventType, readonly RegExp[]>>> = {
  VoteRecorded: [],
  InspectionRecorded: [/^\/place$/, /^\/findings\/\d+\/note$/],
  AppraisalRecorded: [],
  SurveyWaveRecorded: [/^\/contractor$/],
};

/**
 * Whether this field of a vote, inspection, appraisal or survey is one that people decided on: counts, dates, verdicts,
 * grades, the question, the population. Until corrections by two persons exist, nobody changes it.
 */
export const isMaterial = (type: CaseEventType, pointer: string): boolean => {
  const clerical = CLERICAL[type];
  return clerical !== undefined && !clerical.some((pattern) => pattern.test(pointer));
};
