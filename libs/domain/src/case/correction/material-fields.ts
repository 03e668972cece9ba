import type { CaseEventRules } from '../step.ts';

/**
 * Whether two persons correct this field: a date, a count, a verdict, a grade, a text that binds. What nobody declared
 * clerical is material.
 */
export const isMaterial = (rules: CaseEventRules | undefined, pointer: string): boolean =>
  !(rules?.clerical ?? []).some((pattern) => pattern.test(pointer));
