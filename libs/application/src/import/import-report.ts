import type { Disposition, ItemStage } from '@duban/domain';

export type RowStatus = 'imported' | 'unchanged' | 'refused';

/** What became of one row. */
export type RowReport = {
  readonly row: number;
  readonly number: string | null;
  readonly status: RowStatus;
  readonly caseId: string | null;
  /** Why it was refused. */
  readonly code: string | null;
  readonly detail: string | null;
  readonly warnings: readonly string[];
};

export type StandingCount = {
  readonly registerStatus: string | null;
  readonly stage: ItemStage;
  readonly disposition: Disposition | null;
  readonly items: number;
};

export type ImportReport = {
  readonly registerName: string;
  readonly fileName: string;
  readonly fileDigest: string;
  readonly mappingDigest: string;
  /** Null when nothing was there to write. */
  readonly batchId: string | null;
  readonly dryRun: boolean;
  /** Whether this run put anything into the log. */
  readonly written: boolean;
  readonly rows: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly refused: number;
  /** By code, over the rows that became items or were items before. */
  readonly warnings: Readonly<Record<string, number>>;
  readonly standings: readonly StandingCount[];
  readonly details: readonly RowReport[];
};

export const countOf = (details: readonly RowReport[], status: RowStatus): number =>
  details.filter((row) => row.status === status).length;

export const warningCounts = (details: readonly RowReport[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const code of details.filter(({ status }) => status !== 'refused').flatMap((row) => row.warnings))
    counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
