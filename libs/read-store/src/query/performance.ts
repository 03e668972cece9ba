import type { OrganPerformance, PerformanceQuery } from '../api/report.query.ts';
import { numberOf, numberOrNull, sql, textOf, type Connection, type ResultRow } from './sql.ts';

/**
 * One line per organ over the cycles that began in the span. Parts that an organ gave back or lost are counted as returns, and with
 * what they missed. A day of a register is neither on time nor late, and nobody took days until one that has not come yet.
 */
const PER_ORGAN = `
  WITH part AS (
    SELECT item, cycle, organ, role, started_on, late, misses, owed_by, next_due, next_plan, returned, "left", ended, extensions, outcome, relapsed, finished_on,
      late_days, CASE WHEN finished_on <= ?4 THEN days END AS days
    FROM performance WHERE role = ?1 AND started_on >= ?2 AND started_on <= ?3
      AND item NOT IN (SELECT item FROM board WHERE case_id IN (SELECT value FROM json_each(?5)))
  ), days AS (
    SELECT organ, days, row_number() OVER (PARTITION BY organ ORDER BY days) AS n, count(*) OVER (PARTITION BY organ) AS total
    FROM part WHERE days IS NOT NULL
  ), median AS (
    SELECT organ, avg(days) AS days FROM days WHERE n IN ((total + 1) / 2, (total + 2) / 2) GROUP BY organ
  ), item AS (
    SELECT organ, item, max(relapsed) AS relapsed,
      min(CASE WHEN cycle = first AND outcome IS NOT NULL AND outcome <> 'dissatisfied' THEN 1 END) AS first_time,
      min(CASE WHEN outcome IN ('satisfied', 'basic') THEN cycle END) AS rounds,
      max(outcome IS NOT NULL) AS concluded
    FROM (SELECT *, min(cycle) OVER (PARTITION BY organ, item) AS first FROM part WHERE left = 0) GROUP BY organ, item
  ), by_item AS (
    SELECT organ, sum(concluded) AS concluded, sum(coalesce(first_time, 0)) AS first_time,
      CAST(round(avg(rounds) * 100) AS INTEGER) AS rounds, sum(relapsed) AS relapses
    FROM item GROUP BY organ
  )
  SELECT part.organ, count(DISTINCT CASE WHEN left = 0 THEN item END) AS items,
    sum(left = 0 AND finished_on IS NULL AND ended = 0) AS open, sum(finished_on IS NOT NULL) AS finished,
    coalesce(sum(late = 0), 0) AS on_time, coalesce(sum(late = 1), 0) AS late, coalesce(sum(late_days), 0) AS late_days,
    median.days AS median_days,
    coalesce(sum(left = 0 AND finished_on IS NULL AND ended = 0 AND owed_by < ?4), 0) AS overdue_now,
    sum(misses + coalesce(next_due < ?4, 0) + coalesce(next_plan < ?4, 0)) AS misses,
    sum(returned) AS returns, sum(CASE WHEN left = 0 THEN extensions ELSE 0 END) AS extensions,
    coalesce(by_item.concluded, 0) AS concluded, coalesce(by_item.first_time, 0) AS first_time,
    by_item.rounds AS rounds, coalesce(by_item.relapses, 0) AS relapses
  FROM part LEFT JOIN median USING (organ) LEFT JOIN by_item USING (organ)
  GROUP BY part.organ ORDER BY items DESC, part.organ`;

const lineOf = (row: ResultRow): OrganPerformance => ({
  organ: textOf(row, 'organ'),
  items: numberOf(row, 'items'),
  open: numberOf(row, 'open'),
  finished: numberOf(row, 'finished'),
  onTime: numberOf(row, 'on_time'),
  late: numberOf(row, 'late'),
  lateDays: numberOf(row, 'late_days'),
  medianDays: numberOrNull(row, 'median_days'),
  overdueNow: numberOf(row, 'overdue_now'),
  returns: numberOf(row, 'returns'),
  extensions: numberOf(row, 'extensions'),
  satisfiedFirstTime: numberOf(row, 'first_time'),
  concluded: numberOf(row, 'concluded'),
  roundsToSatisfactionTimes100: numberOrNull(row, 'rounds'),
  relapses: numberOf(row, 'relapses'),
  misses: numberOf(row, 'misses'),
});

export const performance = (connection: Connection, query: PerformanceQuery): readonly OrganPerformance[] => {
  const { role = 'lead', from = '0000-01-01', to = '9999-12-31', today, without = [] } = query;
  return connection.rows(sql(PER_ORGAN, role, from, to, today, JSON.stringify(without))).map(lineOf);
};
