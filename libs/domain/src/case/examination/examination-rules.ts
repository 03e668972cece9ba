import { authorRules } from './authors.rule.ts';
import { bodyRules } from './bodies.rule.ts';
import { characterRules } from './characters.rule.ts';
import { caseNumberRules } from './case-numbers.rule.ts';
import { coOrganRules } from './co-organs.rule.ts';
import { digestRules } from './digests.rule.ts';
import { evaluationRules } from './evaluations.rule.ts';
import type { ExaminationRule } from './examination-rule.ts';
import { importedFactRules } from './imported-facts.rule.ts';
import { independenceRules } from './independence.rule.ts';
import { keptPromiseRules } from './kept-promises.rule.ts';
import { lateRequestRules } from './late-requests.rule.ts';
import { namedOrganRules } from './named-organs.rule.ts';
import { paperRules } from './papers.rule.ts';
import { promiseRules } from './promises.rule.ts';
import { publicationRules } from './publications.rule.ts';
import { resumptionRules } from './resumption.rule.ts';
import { separateHandlingRules } from './separate-handling.rule.ts';
import { clockRule, statedTimeRules } from './stated-time.rule.ts';

/**
 * Table of contents: every rule that `duban doctor` holds old logs against. A new guard in `decide` or at the edge that
 * an old log may contradict gets its line here and its text in `examination.texts.ts` of `libs/contracts`.
 */
const examinationRules = [
  ...statedTimeRules,
  clockRule,
  ...lateRequestRules,
  ...authorRules,
  ...bodyRules,
  ...characterRules,
  ...caseNumberRules,
  ...namedOrganRules,
  ...evaluationRules,
  ...promiseRules,
  ...keptPromiseRules,
  ...publicationRules,
  ...coOrganRules,
  ...digestRules,
  ...paperRules,
  ...independenceRules,
  ...separateHandlingRules,
  ...importedFactRules,
  ...resumptionRules,
] as const;

export type ExaminationCode = (typeof examinationRules)[number]['code'];

export const caseExamination: readonly ExaminationRule<ExaminationCode>[] = examinationRules;
