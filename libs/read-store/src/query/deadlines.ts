import { deadlinesTable, listOf, PUBLISH_WITHIN_DAYS } from '@duban/projections';
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

/** A date that still runs is missed from the day after it on; the other side of the comparison is the day of the question. */
const MISSED = '(missed = 1 OR (missed = 2 AND date < ?))';

/** Whose date it is, and who missed it. */
const ofOrgan = (organ: string): Sql => sql('(organ = ? OR instr(missed_by, ?) > 0)', organ, `|${organ}|`);

const conditionsOf = (query: DeadlinesQuery): readonly Sql[] => [
  ...noneOf('case_id', query.without),
  ...((query.open ?? query.missed !== true) ? [sql('open = 1')] : []),
  ...(query.missed === undefined ? [] : [sql(query.missed ? MISSED : `NOT ${MISSED}`, query.today)]),
  ...(query.from === undefined ? [] : [sql('date >= ?', query.from)]),
  ...(query.to === undefined ? [] : [sql('date <= ?', query.to)]),
  ...(query.kind === undefined ? [] : [oneOf('kind', query.kind)]),
  ...(query.organ === undefined ? [] : [ofOrgan(query.organ)]),
  ...(query.provisional === undefined ? [] : [sql('provisional = ?', query.provisional ? 1 : 0)]),
  ...(query.cursor === undefined
    ? []
    : [
        sql(
          '(date, item, kind, reference, cycle) > (?, ?, ?, ?, ?)',
          ...readCursor(query.cursor, 'deadlines', 5),
        ),
      ]),
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
       '' AS item_id, title, date(since, ?) AS date, 0 AS provisional, NULL AS calendar, organ, open, 0 AS cycle,
       CASE open WHEN 1 THEN 2 ELSE 0 END AS missed, '|' || organ || '|' AS missed_by, 0 AS waits,
       NULL AS waited_until
     FROM owed_publications`,
    `+${String(days)} days`,
  );
};

const deadlineOf = (row: ResultRow, today: string): Deadline => {
  const missed = row['missed'] === 1 || (row['missed'] === 2 && textOf(row, 'date') < today);
  return {
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
    missed,
    missedBy: missed ? listOf(textOf(row, 'missed_by')) : [],
    waits: row['waits'] === 1,
    waitedUntil: textOrNull(row, 'waited_until'),
  };
};

export const deadlines = (connection: Connection, query: DeadlinesQuery): Page<Deadline> => {
  const limit = listLimit(query.limit);
  const rows = connection.rows(
    join(
      [
        sql('SELECT * FROM ('),
        everyDate(connection),
        sql(') WHERE'),
        all(conditionsOf(query)),
        sql('ORDER BY date, item, kind, reference, cycle LIMIT ?', limit + 1),
      ],
      ' ',
    ),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const place = ['date', 'item', 'kind', 'reference', 'cycle'].map((column) => last?.[column] ?? null);
  return {
    items: page.map((row) => deadlineOf(row, query.today)),
    next: rows.length > limit ? writeCursor('deadlines', place) : null,
  };
};
