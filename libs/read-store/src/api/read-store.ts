import type { Position } from '@duban/kernel';
import type { ItemState } from '@duban/projections';
import type { ReferenceBodies } from '../query/reference.ts';
import type {
  BoardItem,
  BoardQuery,
  BoardScope,
  BoardSummary,
  Counts,
  CountsQuery,
  LitRow,
  Moment,
  Page,
  Without,
} from './board.query.ts';
import type { CaseQuery, CaseView, EventsQuery, EventView } from './case.query.ts';
import type { ClockIndex } from './clock.query.ts';
import type { BuildProgress, Health, Parked } from './health.ts';
import type * as report from './report.query.ts';

/**
 * Queries of one process, on a connection of its own that only reads. Whatever may have to fold a stream anew is
 * asynchronous; the rest answers at once. Whatever rests on rows throws CodedError `read-model.building` until they are
 * there (what folds the stream of a case does not). A cursor that was not made here throws CodedError `cursor.invalid`, a moment
 * that is no instant `as-of.invalid`.
 */
export type ReadStore = {
  readonly board: (query: BoardQuery) => Promise<Page<BoardItem>>;
  /** The same list, by columns: what is exported. */
  readonly boardRows: (query: BoardQuery) => Promise<Page<LitRow>>;
  readonly boardCounts: (query: CountsQuery) => Promise<Counts>;
  readonly boardSummary: (scope: BoardScope) => Promise<BoardSummary>;
  /** Null where the stream has no events at that moment. */
  readonly case: (caseId: string, query?: CaseQuery) => Promise<CaseView | null>;
  readonly item: (caseId: string, itemId: string, query?: CaseQuery) => Promise<ItemState | null>;
  readonly cases: (query: report.CasesQuery) => report.CasePage;
  readonly caseEvents: (caseId: string, query?: EventsQuery) => Page<EventView>;
  readonly deadlines: (query: report.DeadlinesQuery) => Page<report.Deadline>;
  readonly evaluations: (query: report.EvaluationsQuery) => Page<report.Evaluation>;
  readonly satisfaction: (query: report.EvaluationsQuery) => report.SatisfactionSummary;
  readonly performance: (query: report.PerformanceQuery) => readonly report.OrganPerformance[];
  readonly audit: (query: report.AuditQuery) => Page<EventView>;
  readonly imports: (without?: Without) => readonly report.ImportBatch[];
  /** What waits for a second person, as far as it concerns this post. */
  readonly proposals: (query: report.ProposalsQuery) => readonly report.WaitingProposal[];
  readonly clock: ClockIndex;
  /** Organs, rule sets and calendars as last recorded, or as recorded at a moment. */
  readonly reference: <Kind extends keyof ReferenceBodies>(
    kind: Kind,
    moment?: Moment,
  ) => readonly ReferenceBodies[Kind][];

  /** The log position up to which every row here is complete (parked cases aside). */
  readonly position: () => Position;
  readonly health: () => Health;
  readonly parked: () => readonly Parked[];
  /** Nothing is answered before the rows have come up to here: the head of the log at the start, before the first question. */
  readonly demand: (position: Position) => void;
  /** How far the rows are from where anything is answered from them; null when they are there. */
  readonly building: () => BuildProgress | null;
  /** True once rows may be answered from; false when the time is over first. */
  readonly whenBuilt: (timeoutMs: number) => Promise<boolean>;
  /** True once this process' read model has passed `position`; false when the time is over first. */
  readonly waitFor: (position: Position, timeoutMs: number) => Promise<boolean>;
  /** Asks whichever process runs this directory to play a parked stream again; its outcome is seen in `parked`. */
  readonly retry: (stream: string) => void;
  readonly close: () => void;
};
