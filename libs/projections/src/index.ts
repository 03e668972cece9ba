export type {
  Calendar,
  CaseState,
  ItemState,
  OpenedCase,
  OrganState,
  RuleSet,
  RuleSetState,
} from '@duban/domain';
export { cnCalendar, cqDefault1, isIsoDate, ruleSetName } from '@duban/domain';
export type { JsonObject } from '@duban/kernel';
export { allProjections } from './all-projections.ts';
export { boardRowsAt } from './board/board.projection.ts';
export { boardTable } from './board/board.table.ts';
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
export type { DifferenceKind } from './replay/difference.ts';
export { diffStates, type StateDifference } from './replay/diff-states.ts';
export { historyOf, type FactKind, type ToldFact } from './replay/history.ts';
export type { StartedTimer } from './replay/timers.ts';
export { wayTo, whyChain, type ChainLink, type ChainedEvent, type Reason } from './replay/why-chain.ts';
export { dayEnd, type Axis } from './replay/day-end.ts';
export { registerAt, type Grounds, type RegisterLine, type Standing } from './replay/register-at.ts';
export {
  registerChanges,
  type Between,
  type ChangedPart,
  type RegisterChange,
  type RegisterChangeKind,
} from './replay/register-changes.ts';
export { tryRule, type RedSpan, type Trial, type TriedDate } from './replay/try-rule.ts';
export type { WatchedKind } from './replay/watched-dates.ts';
export { conformanceOf, type CaseConformance, type ItemConformance } from './conformance/conformance.ts';
export type { Deviation, DeviationKind, Witness } from './conformance/deviation.ts';
export { loopModel, modelOf, suggestionModel, type LawfulModel, type StepId } from './conformance/model.ts';
