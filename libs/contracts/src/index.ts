export type { Writing } from '@duban/domain';
export { forbiddenCharacter, type ForbiddenCharacter } from './characters/forbidden-character.ts';
export { isIdentifier, isPersonId } from './characters/identifier.ts';
export { stringFaults } from './characters/string-faults.ts';
export { encodeLaterMembers, groundFaults, groundsSaid } from './envelope/later-members.ts';
export * from './events/codec.ts';
export { createEventCodec } from './events/event-codec.ts';
export type { EventEntry } from './events/event-entry.ts';
export { eventEntries, eventRegistry, type RegisteredEvent } from './events/event-registry.ts';
export type { StreamCategory, DubanEvent, DubanEventType, DataOf } from './events/event-types.ts';
export type { CheckpointEvent } from './events/checkpoint.events.ts';

export { CHECKPOINT_STREAM } from './events/checkpoint.events.ts';
export { EPOCH_STREAM } from './events/epoch.events.ts';
export type {
  ImportStarted,
  ImportCompleted,
  ImportUndone,
  ImportBatchEvent,
} from './events/import-batch.events.ts';
export type { CaseNumberEvent } from './events/case-number.events.ts';
export { importStream } from './events/import-batch.events.ts';
export type { LeaseEvent } from './events/lease.events.ts';
export { leaseStream } from './events/lease.events.ts';
export type { RelayAdvanced, OutletEvent } from './events/relay.events.ts';
export { outletCommandSchema, outletFaults } from './commands/outlet.commands.ts';
export { outletStream, relayStream } from './events/relay.events.ts';
export type { ErasureRequester, PersonalDataErased } from './events/privacy.events.ts';
export { ERASURE_REQUESTERS, privacyStream } from './events/privacy.events.ts';
export { EventSchemaError } from './events/schema-fault.ts';
export { eventTexts, tellEvent } from './texts/events/event.texts.ts';
export { ERASED, WITHHELD, LOST, isUnreadable, holdsUnreadable } from './texts/privacy.texts.ts';
export type { Choice, FieldKind, Form, FormField } from './forms/form-field.ts';
export { commandForm } from './forms/command-form.ts';
export type { Language, Text } from '@duban/domain/texts';
export {
  commandFaults,
  commandSaid,
  commandNameOf,
  commandNames,
  commandRoute,
  commandSchemas,
  offeredCommands,
  type CommandBody,
} from './commands/command-registry.ts';
export { errorEntry, isErrorCode, type ErrorCode } from './errors/error-catalogue.ts';
export { WRITES_STOPPED } from './errors/log-errors.ts';
export type { FileFaultCode, RowFaultCode } from './errors/import-errors.ts';
export { EXIT, type ExitCode } from './errors/error-entry.ts';
export { fieldText } from './texts/fields/field.texts.ts';
export { basisSeenBy, decisionSeenBy, classOf, eventSeenBy, officePapers } from './events/audience.ts';
export { eventTextsSeenBy, stateTextsSeenBy, type Audience } from './sight/readers.ts';
export { freeTextPaths } from './sight/free-text-paths.ts';
export { eventTextPlaces } from './sight/event-texts.ts';
export type { PathPattern } from './sight/text-tree.ts';
export { correctingEvents } from '@duban/domain';
export { markerName, publicName, schemaPath } from './public/public-name.ts';
export { markedCategories, markerText, publicSchemas } from './public/public-schema.ts';
export { eventCatalogue, type EventExample } from './public/event-catalogue.ts';
export {
  registerCommandBy,
  registerCommandNames,
  registerCommandRoutes,
  registerCommandSchemas,
  registerFaults,
  registerSaid,
  type RegisterCommandType,
} from './commands/register.commands.ts';
export { ruleSetDraft, sentRuleSetSchema } from './commands/rule-set-draft.ts';
export { sentAs } from './commands/null-or-absent.ts';
export { answerSchemas, type AnswerName } from './answers/answer-registry.ts';
export {
  boardEntries,
  inPlaces,
  type BoardColumn,
  type BoardEntry,
  boardFacets,
  boardOrders,
  boardFilters,
  columnsOfFilter,
  type BoardFilter,
  type BoardFilterEntry,
  type BoardFlag,
  type BoardPart,
  type BoardRow,
  type BoardSort,
  type CountBy,
} from './board/index.ts';
export {
  CHANGED_PARTS,
  DEADLINE_KINDS,
  EVALUATION_KINDS,
  sharedVocabularies,
} from './answers/vocabularies.ts';
export { plainNulls } from './answers/plain-nulls.ts';
export { AT_PLACE } from './answers/parts.ts';
export { OCEL_VALUE_TYPES } from './answers/export.answers.ts';
export type { BoardItem, BoardPage, BoardSummary, Counts, Light } from './answers/board.answers.ts';
export type { RestrictedCase, CaseHeader, CasePage, CaseView, EventView } from './answers/case.answers.ts';
export type { Me } from './answers/me.answers.ts';
export type { Posts } from './answers/posts.answers.ts';
export type { AllSteps, CaseSteps, OfferedStep, StepView } from './answers/step.answers.ts';
export type {
  Attachments,
  AttachmentView,
  CommandAnswer,
  FiledAttachment,
} from './answers/command.answers.ts';
export type { ConsistencyAnswer, WhoSaw } from './answers/audit.answers.ts';
export type {
  BuildProgress,
  Health,
  Outlets,
  Parked,
  Projections,
  Readiness,
  RelayStatus,
} from './answers/operation.answers.ts';
export type { Bodies, Calendars, Mandates, Meetings, Organs, RuleSets } from './answers/reference.answers.ts';
export type {
  CaseConformance,
  ChainedEvent,
  ChainLink,
  ChangedPart,
  Deviation,
  DeviationKind,
  DifferenceKind,
  FactKind,
  ListedDeviation,
  Reason,
  RedSpan,
  RegisterChange,
  RegisterChangeKind,
  RegisterChanges,
  RuleTrial,
  Standing,
  StartedTimer,
  StateDifference,
  ToldFact,
  TriedDate,
  Witness,
} from './answers/replay.answers.ts';
export type {
  Deadline,
  DeadlineKind,
  Evaluation,
  EvaluationKind,
  ImportBatch,
  OrganPerformance,
  Satisfaction,
  SatisfactionSummary,
  WaitingProposal,
} from './answers/report.answers.ts';
