import type { Audience, CaseHeader, DeadlineKind, EvaluationKind } from '@duban/contracts';
import type { Role } from '@duban/kernel';
import type { Language } from '@duban/projections';
import type { Without } from './board.query.ts';

export type {
  CaseHeader,
  CasePage,
  Deadline,
  DeadlineKind,
  Evaluation,
  EvaluationKind,
  ImportBatch,
  OrganPerformance,
  SatisfactionSummary,
  WaitingProposal,
} from '@duban/contracts';

export type DeadlinesQuery = Without & {
  /** ISO date: on this day a date has passed or not, and what waits is late. */
  readonly today: string;
  /** ISO dates, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly kind?: readonly DeadlineKind[];
  readonly organ?: string;
  readonly provisional?: boolean;
  /** Only those that were missed, or all others. */
  readonly missed?: boolean;
  /** Default true, unless misses are asked for: only those that still wait. */
  readonly open?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
};

export type EvaluationsQuery = Without & {
  /** Who looks; the least is shown where nobody says. */
  readonly audience?: Audience;
  readonly caseId?: string;
  readonly itemId?: string;
  readonly kind?: readonly EvaluationKind[];
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly cursor?: string;
};

export type PerformanceQuery = Without & {
  readonly today: string;
  readonly from?: string;
  readonly to?: string;
  readonly role?: 'lead' | 'co';
};

export type ProposalsQuery = Without & {
  /** ISO date: what nobody can confirm any more is not there. */
  readonly today: string;
  /** Every id of whoever asks. */
  readonly persons: readonly string[];
  readonly role: Role;
  readonly organ: string;
};

export type AuditQuery = {
  /** Streams that are not there for the asker. */
  readonly withoutStreams?: readonly string[];
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

export type CasesQuery = Without & {
  readonly status?: CaseHeader['status'];
  readonly text?: string;
  readonly limit?: number;
  readonly cursor?: string;
};
