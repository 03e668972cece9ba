import type { Page } from '../api/board.query.ts';
import type { Deadline, DeadlineKind, DeadlinesQuery } from '../api/report.query.ts';
import { listLimit, readCursor, writeCursor } from './cursor.ts';
import {
  all,
  join,
  noneOf,
  numberOf,
  oneOf,
  sql,
  textOf,
  textOrNull,
  type Connection,
  type ResultRow,
  type Sql,
} from './sql.ts';

const conditionsOf = (query: DeadlinesQuery): readonly Sql[] => [
  ...noneOf('case_id', query.without),
  ...(query.open === false ? [] : [sql('open = 1')]),
  ...(query.from === undefined ? [] : [sql('date >= ?', query.from)]),
  ...(query.to === undefined ? [] : [sql('date <= ?', query.to)]),
  ...(query.kind === undefined ? [] : [oneOf('kind', query.kind)]),
  ...(query.organ === undefined ? [] : [sql('organ = ?', query.organ)]),
  ...(query.provisional === undefined ? [] : [sql('provisional = ?', query.provisional ? 1 : 0)]),
  ...(query.cursor === undefined
    ? []
    : [sql('(date, item, kind, reference) > (?, ?, ?, ?)', ...readCursor(query.cursor, 'deadlines', 4))]),
];

const deadlineOf = (row: ResultRow): Deadline => ({
  caseId: textOf(row, 'case_id'),
  caseNo: textOf(row, 'case_no'),
  itemId: textOf(row, 'item_id'),
  title: textOf(row, 'title'),
  kind: textOf(row, 'kind') as DeadlineKind,
  reference: textOf(row, 'reference'),
  date: textOf(row, 'date'),
  provisional: row['provisional'] === 1,
  calendar: textOrNull(row, 'calendar'),
  organ: textOrNull(row, 'organ'),
  open: row['open'] === 1,
  cycle: numberOf(row, 'cycle'),
});

export const deadlines = (connection: Connection, query: DeadlinesQuery): Page<Deadline> => {
  const limit = listLimit(query.limit);
  const rows = connection.rows(
    join(
      [
        sql('SELECT * FROM deadlines WHERE'),
        all(conditionsOf(query)),
        sql('ORDER BY date, item, kind, reference LIMIT ?', limit + 1),
      ],
      ' ',
    ),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const place = ['date', 'item', 'kind', 'reference'].map((column) => last?.[column] ?? null);
  return { items: page.map(deadlineOf), next: rows.length > limit ? writeCursor('deadlines', place) : null };
};
