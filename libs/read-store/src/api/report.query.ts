import type { Audience } from '@duban/contracts';
import type { JsonObject, Language } from '@duban/projections';
import type { Page } from './board.query.ts';

export type DeadlineKind =
  'due' | 'plan' | 'co-opinion' | 'return' | 'look-back' | 'commitment' | 'milestone' | 'suspension-review';

export type DeadlinesQuery = {
  /** ISO dates, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly kind?: readonly DeadlineKind[];
  readonly organ?: string;
  readonly provisional?: boolean;
  /** Default true: only those that still wait. */
  readonly open?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
};

export type Deadline = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemId: string;
  readonly title: string;
  readonly kind: DeadlineKind;
  /** Assignment, commitment or measure; empty for dates of the item itself. */
  readonly reference: string;
  readonly date: string;
  readonly provisional: boolean;
  readonly calendar: string | null;
  readonly organ: string | null;
  readonly open: boolean;
  readonly cycle: number;
};

export type EvaluationKind =
  'vote' | 'survey' | 'inspection' | 'appraisal' | 'reply-evaluation' | 'conclusion';

export type EvaluationsQuery = {
  readonly caseId?: string;
  readonly itemId?: string;
  readonly kind?: readonly EvaluationKind[];
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly cursor?: string;
};

export type Evaluation = {
  readonly eventId: string;
  readonly kind: EvaluationKind;
  readonly caseId: string;
  readonly itemIds: readonly string[];
  readonly cycle: number | null;
  readonly date: string;
  readonly outcome: string | null;
  /** Both rates, since they change the story (domain.md section 4); whole per mille, null where no ballots count. */
  readonly positivePerMille: number | null;
  readonly topTwoPerMille: number | null;
  readonly data: JsonObject;
};

export type SatisfactionSummary = {
  readonly concludedItems: number;
  readonly satisfied: number;
  readonly basic: number;
  readonly dissatisfied: number;
  /** Concluded items whose first conclusion was not dissatisfied. */
  readonly satisfiedFirstTime: number;
};

export type PerformanceQuery = {
  readonly today: string;
  readonly from?: string;
  readonly to?: string;
  readonly role?: 'lead' | 'co';
};

export type OrganPerformance = {
  readonly organ: string;
  readonly items: number;
  readonly open: number;
  readonly finished: number;
  readonly onTime: number;
  readonly late: number;
  readonly lateDays: number;
  readonly medianDays: number | null;
  readonly overdueNow: number;
  /** Assignments that this organ gave back. */
  readonly returns: number;
  readonly extensions: number;
  readonly satisfiedFirstTime: number;
  readonly concluded: number;
  readonly roundsToSatisfactionTimes100: number | null;
  readonly relapses: number;
};

export type AuditQuery = {
  /** Who looks; the least is shown where nobody says. Words are never found in what is not shown. */
  readonly audience?: Audience;
  /** Words of any length from two characters on, Chinese or Latin; all must occur. One character works, slowly. */
  readonly text?: string;
  readonly stream?: string;
  readonly type?: readonly string[];
  readonly actor?: string;
  readonly organ?: string;
  readonly commandId?: string;
  readonly correlationId?: string;
  /** Instants, from inclusive, to exclusive; on the recorded axis. */
  readonly recordedFrom?: string;
  readonly recordedTo?: string;
  /** Recorded this many calendar days or more after it happened. */
  readonly recordedLateDays?: number;
  readonly order?: 'newest' | 'oldest';
  readonly language?: Language;
  readonly limit?: number;
  readonly cursor?: string;
};

export type ImportBatch = {
  readonly batchId: string;
  readonly status: 'started' | 'completed' | 'undone';
  readonly register: string | null;
  readonly fileName: string | null;
  readonly fileDigest: string | null;
  readonly startedBy: string | null;
  readonly rows: number | null;
  readonly imported: number | null;
  readonly unchanged: number | null;
  readonly refused: number | null;
  readonly warnings: number | null;
  readonly takenBack: number | null;
  readonly undoneFor: string | null;
  /** Items of the batch that are on the board now. */
  readonly onBoard: number;
  readonly recordedAt: string;
};

export type CaseHeader = {
  readonly caseId: string;
  readonly caseNo: string;
  readonly title: string;
  readonly status: string;
  readonly form: string;
  readonly topic: string;
  readonly items: number;
  readonly openItems: number;
  readonly revision: number;
};

export type CasesQuery = {
  readonly status?: string;
  readonly text?: string;
  readonly limit?: number;
  readonly cursor?: string;
};

export type CasePage = Page<CaseHeader>;
