/** What schemas of facts, commands and answers are made of. Data, not checks: whoever compiles them stands outside the domain. */
export {
  assignmentRole,
  attachmentPurpose,
  collectionMode,
  cycleCause,
  disposition,
  escalationLevel,
  grade,
  instrument,
  itemStage,
  rectificationType,
  supervisionForm,
} from './case/case.vocabulary.ts';
export { organKind } from './organ/organ-kind.ts';
export { ruleSet } from './ruleset/ruleset.ts';
export { columnsOf } from './schema/columns.ts';
export * from './schema/parts.ts';
export * from './schema/survey-parts.ts';
export { REFERENCE_KINDS, referenceOf } from './schema/references.ts';
