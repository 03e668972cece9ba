import type { ConformanceRule } from './conformance-rule.ts';
import { assignedBeforeList } from './rules/assignment.rule.ts';
import { closedByHandler } from './rules/closing.rule.ts';
import { concludedWithoutInstrument } from './rules/conclusion.rule.ts';
import { actedWithoutDecision } from './rules/decision.rule.ts';
import { evaluatedByAnother } from './rules/evaluator.rule.ts';
import { extendedAfterDate } from './rules/extension.rule.ts';
import { reportedBeforeOpinion } from './rules/result.rule.ts';

/** Table of contents: what an act is held against besides the lawful order of steps (`model.ts`). */
export const conformanceRules: readonly ConformanceRule[] = [
  assignedBeforeList,
  reportedBeforeOpinion,
  concludedWithoutInstrument,
  closedByHandler,
  extendedAfterDate,
  evaluatedByAnother,
  actedWithoutDecision,
];
