import type { RowReport, StandingCount } from './import-report.ts';
import { isUnusable, type ImportSource } from './import-source.ts';

/** How many items stand where, by the register's own words and by ours. */
export const standingCounts = (
  { rows }: ImportSource,
  details: readonly RowReport[],
): readonly StandingCount[] => {
  const counts = new Map<string, StandingCount>();
  rows.forEach((row, at) => {
    if (isUnusable(row) || details[at]?.status === 'refused') return;
    const { registerStatus, stage, disposition } = row.facts;
    const key = JSON.stringify([registerStatus, stage, disposition]);
    const items = (counts.get(key)?.items ?? 0) + 1;
    counts.set(key, { registerStatus, stage, disposition, items });
  });
  return [...counts.values()].sort((a, b) => b.items - a.items);
};
