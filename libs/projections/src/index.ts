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
export { lightOfRow } from './board/light-of-row.ts';
export { lightBands, workingDaysAfter, workingDaysLeft, type LightBand } from './board/light-bands.ts';
export { entriesUntil, foldCase, foldOnto, type FoldedCase, type Until } from './fold/fold-case.ts';
export { entryOf, epochMs, type LogEntry } from './fold/log-entry.ts';
export { stepOf } from './fold/step.ts';
export { emptyDocument, type StreamDocument } from './fold/stream-document.ts';
export { labelOf, typesNamed } from './labels/labels.ts';
export type { Language } from '@duban/contracts';
export type { Change, Projection, Row, SqlValue, Step, TableSpec } from './projection.ts';
export { listOf } from './row-changes.ts';
export { caseReplay, type CaseReplay } from './replay/case-replay.ts';
export type {
  CaseConformance,
  ChainedEvent,
  ChainLink,
  Deviation,
  RedSpan,
  RegisterChange,
  Standing,
  StateDifference,
  ToldFact,
  TriedDate,
} from '@duban/contracts';
export { historyOf } from './replay/history.ts';
export { wayTo, whyChain } from './replay/why-chain.ts';
export { dayEnd } from './replay/day-end.ts';
export type { Grounds } from './replay/register-at.ts';
export { registerChanges, type Between } from './replay/register-changes.ts';
export { tryRule, type Trial } from './replay/try-rule.ts';
export { conformanceOf } from './conformance/conformance.ts';
