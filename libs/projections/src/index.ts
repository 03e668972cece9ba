export type {
  BodyState,
  Calendar,
  CaseState,
  ItemState,
  MandateState,
  MeetingState,
  OpenedCase,
  OrganState,
  RuleSet,
  RuleSetState,
} from '@duban/domain';
export { cnCalendar, cqDefault1, isIsoDate, ownEntry, PUBLISH_WITHIN_DAYS, ruleSetName } from '@duban/domain';
export type { JsonObject } from '@duban/kernel';
export { allProjections } from './all-projections.ts';
export { boardRowsAt } from './board/board.projection.ts';
export { boardTable } from './board/board.table.ts';
export { deadlinesTable } from './deadlines/deadlines.table.ts';
export { lightBands, workingDaysAfter, workingDaysLeft, type LightBand } from './board/light-bands.ts';
export {
  entriesUntil,
  foldCase,
  foldEntries,
  foldOnto,
  type FoldedCase,
  type Until,
} from './fold/fold-case.ts';
export { itemOf, type ItemChange, type ItemOfCase } from './fold/item-changes.ts';
export { entryOf, epochMs, type LogEntry, type LoggedFact } from './fold/log-entry.ts';
export { stepOf } from './fold/step.ts';
export { emptyDocument, type CaseDocument, type StreamDocument } from './fold/stream-document.ts';
export { labelOf, typesNamed, type LabelKind } from './labels/labels.ts';
export type { Language } from '@duban/contracts';
export type { Change, Projection, Row, SqlValue, Step, TableKind, TableSpec } from './projection.ts';
export { listOf } from './row-changes.ts';
export { caseReplay, type CaseReplay } from './replay/case-replay.ts';
export type {
  CaseConformance,
  ChainedEvent,
  ChainLink,
  ChangedPart,
  Deviation,
  DeviationKind,
  DifferenceKind,
  FactKind,
  ItemConformance,
  Reason,
  RedSpan,
  RegisterChange,
  RegisterChangeKind,
  Standing,
  StartedTimer,
  StateDifference,
  ToldFact,
  TriedDate,
  Witness,
} from '@duban/contracts';
export { diffStates } from './replay/diff-states.ts';
export { historyOf } from './replay/history.ts';
export { wayTo, whyChain } from './replay/why-chain.ts';
export { dayEnd } from './replay/day-end.ts';
export { registerAt, type Grounds, type RegisterLine } from './replay/register-at.ts';
export { registerChanges, type Between } from './replay/register-changes.ts';
export { tryRule, type Trial } from './replay/try-rule.ts';
export type { WatchedKind } from './replay/watched-dates.ts';
export { conformanceOf } from './conformance/conformance.ts';
export { loopModel, modelOf, suggestionModel, type LawfulModel, type StepId } from './conformance/model.ts';
