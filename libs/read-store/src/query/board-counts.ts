import { boardFacets } from '@duban/contracts';
import { listOf, workingDaysAfter, type SqlValue } from '@duban/projections';
import type { BoardFilter, BoardScope, BoardSummary, CountBy, Counts } from '../api/board.query.ts';
import { boardContext, type BoardContext } from './board-context.ts';
import { expressionOf } from './board-expression.ts';
import { join, numberOf, sql, type Connection, type Sql } from './sql.ts';

type Group = { readonly key: SqlValue; readonly count: number };

const fieldOf = (groupBy: CountBy) => {
  const found = boardFacets.find(({ name }) => name === groupBy);
  if (found === undefined) throw new TypeError(`the board has no facet ${groupBy}`);
  return found.field;
};

const keyOf = (groupBy: CountBy, { lights }: BoardContext): Sql => {
  const field = fieldOf(groupBy);
  return field.kind === 'flag'
    ? sql(`CASE ${field.column} WHEN 1 THEN 'true' ELSE 'false' END`)
    : expressionOf(field, lights);
};

const grouped = (context: BoardContext, groupBy: CountBy): readonly Group[] =>
  context.connection
    .rows(
      join(
        [
          sql('SELECT'),
          keyOf(groupBy, context),
          sql('AS key, count(*) AS count FROM'),
          context.source,
          sql('WHERE'),
          context.where,
          sql('GROUP BY 1 ORDER BY 2 DESC, 1'),
        ],
        ' ',
      ),
    )
    .map((row) => ({ key: row['key'] ?? null, count: numberOf(row, 'count') }));

/** Several organs in one value: each is a group of its own; without any it is the group of none. */
const byName = (groups: readonly Group[]): readonly Group[] => {
  const counts = new Map<string | null, number>();
  for (const { key, count } of groups) {
    const organs = listOf(String(key ?? ''));
    for (const organ of organs.length === 0 ? [null] : organs)
      counts.set(organ, (counts.get(organ) ?? 0) + count);
  }
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count);
};

export const boardCounts = (context: BoardContext, groupBy: CountBy): Counts => {
  const groups = grouped(context, groupBy);
  const split = fieldOf(groupBy).kind === 'names' ? byName(groups) : groups;
  return {
    total: groups.reduce((sum, { count }) => sum + count, 0),
    groups: split.map(({ key, count }) => ({ key: key === null ? null : String(key), count })),
  };
};

const countOf = (connection: Connection, scope: BoardScope, filter: BoardFilter): number => {
  const { source, where } = boardContext(connection, { ...scope, ...filter });
  const [row] = connection.rows(
    join([sql('SELECT count(*) AS count FROM'), source, sql('WHERE'), where], ' '),
  );
  return row === undefined ? 0 : numberOf(row, 'count');
};

/** The figures of the board's top row: each is counted by the very filter that its link carries. */
export const boardSummary = (context: BoardContext): BoardSummary => {
  const { connection, scope, ground } = context;
  const { today } = scope;
  const inThreeDays = workingDaysAfter(ground.calendar, today, 3);
  const figures: readonly (readonly [BoardSummary['figures'][number]['key'], BoardFilter])[] = [
    ['open', { ended: false }],
    ['dueToday', { running: true, dueFrom: today, dueTo: today }],
    ['dueWithinThreeWorkingDays', { running: true, dueFrom: today, dueTo: inThreeDays }],
    ['overdue', { flag: 'overdue' }],
    ['waitingForSignature', { stage: ['ASSIGNED'] }],
    ['waitingForReview', { stage: ['CONSULTING', 'SUBMITTED', 'EVALUATING'] }],
    ['dissatisfied', { ended: false, flag: 'dissatisfied' }],
  ];
  return {
    total: countOf(connection, scope, {}),
    figures: figures.map(([key, filter]) => ({ key, filter, count: countOf(connection, scope, filter) })),
  };
};
