import { deadlinesTable, PUBLISH_WITHIN_DAYS } from '@duban/projections';
import type { Page } from '../api/board.query.ts';
import type { Deadline, DeadlineKind, DeadlinesQuery } from '../api/report.query.ts';
import { listLimit, readCursor, writeCursor } from './cursor.ts';
import { lightGround } from './reference.ts';
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

const COLUMNS = Object.keys(deadlinesTable.columns).join(', ');

/**
 * The dates of items, and until when each case is to be told of: counted by the rules of the day, as nothing pins them. Items and cases
 * have keys of their own, so a publication, which is of a case, takes the negative of its key.
 */
const everyDate = (connection: Connection): Sql => {
  const [newest] = lightGround(connection, null).ruleSets;
  const days = newest?.rules.publishWithinDays ?? PUBLISH_WITHIN_DAYS;
  return sql(
    `SELECT ${COLUMNS} FROM deadlines UNION ALL
     SELECT -case_key AS item, 'publication' AS kind, what || '/' || to_whom AS reference, case_id, case_no,
       '' AS item_id, title, date(since, ?) AS date, 0 AS provisional, NULL AS calendar, organ, open, 0 AS cycle
     FROM owed_publications`,
    `+${String(days)} days`,
  );
};

const deadlineOf = (row: ResultRow, today: string): Deadline => ({
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
  late: row['open'] === 1 && textOf(row, 'date') < today,
  cycle: numberOf(row, 'cycle'),
});

export const deadlines = (connection: Connection, query: DeadlinesQuery): Page<Deadline> => {
  const limit = listLimit(query.limit);
  const rows = connection.rows(
    join(
      [
        sql('SELECT * FROM ('),
        everyDate(connection),
        sql(') WHERE'),
        all(conditionsOf(query)),
        sql('ORDER BY date, item, kind, reference LIMIT ?', limit + 1),
      ],
      ' ',
    ),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const place = ['date', 'item', 'kind', 'reference'].map((column) => last?.[column] ?? null);
  return {
    items: page.map((row) => deadlineOf(row, query.today)),
    next: rows.length > limit ? writeCursor('deadlines', place) : null,
  };
};
