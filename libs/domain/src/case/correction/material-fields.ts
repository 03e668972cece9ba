import type { EventRules } from '../../step/event-rules.ts';

/**
 * Whether this field of an event is one that people decided on: counts, dates, verdicts, grades, the question, the
 * population. Until corrections by two persons exist, nobody changes it.
 */
export const isMaterial = (rules: EventRules | undefined, pointer: string): boolean =>
  rules?.clerical !== undefined && !rules.clerical.some((pattern) => pattern.test(pointer));
