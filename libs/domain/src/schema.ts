/** What schemas of facts, commands and answers are made of. Data, not checks: whoever compiles them stands outside the domain. */
export {
  assignmentEnd,
  assignmentRole,
  attachmentPurpose,
  caseStatus,
  collectionMode,
  cycleCause,
  disposition,
  escalationLevel,
  extensionDecision,
  grade,
  instrument,
  itemStage,
  opinionVerdict,
  missKind,
  rectificationType,
  resultStanding,
  supervisionForm,
} from './case/case.vocabulary.ts';
export { bodyKind } from './body/body-kind.ts';
export { organEnding, organKind, organStatus } from './organ/organ-kind.ts';
export { ROUTE_METHODS } from './register/register.ts';
export { lightColor, ruleSet } from './ruleset/ruleset.ts';
export { columnsOf } from './schema/columns.ts';
export * from './schema/parts.ts';
export * from './schema/survey-parts.ts';
export { REFERENCE_KINDS, referenceOf } from './schema/references.ts';
export { PROPOSAL_STATUSES } from './two-persons/two-persons.ts';
