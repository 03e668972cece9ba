import { listOf } from '@duban/projections';
import type { ClockIndex, ClockPage, DueRange, RungGroup } from '../api/clock.query.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { all, join, sql, textOf, type Connection, type ResultRow, type Sql } from './sql.ts';

/** Small, so that a page is a moment of the thread that asks. */
const PAGE = 200;

/** The next value behind the last one, found in the index: it is never walked from end to end. */
const stepping = (
  connection: () => Connection,
  next: (last: ResultRow | null) => Sql,
): readonly ResultRow[] => {
  const found: ResultRow[] = [];
  for (;;) {
    const [row] = connection().rows(next(found.at(-1) ?? null));
    if (row === undefined) return found;
    found.push(row);
  }
};

const groups = (connection: () => Connection): readonly RungGroup[] =>
  stepping(connection, (last) =>
    join(
      [
        sql('SELECT rule_set, noted FROM clock_rungs'),
        ...(last === null
          ? []
          : [sql('WHERE (rule_set, noted) > (?, ?)', textOf(last, 'rule_set'), textOf(last, 'noted'))]),
        sql('ORDER BY rule_set, noted LIMIT 1'),
      ],
      ' ',
    ),
  ).map((row) => ({
    ruleSet: textOf(row, 'rule_set') === '' ? null : textOf(row, 'rule_set'),
    noted: listOf(textOf(row, 'noted')),
  }));

const calendars = (connection: () => Connection): readonly string[] =>
  stepping(connection, (last) =>
    sql(
      'SELECT calendar FROM clock_counted WHERE calendar > ? ORDER BY calendar LIMIT 1',
      last === null ? '' : textOf(last, 'calendar'),
    ),
  ).map((row) => textOf(row, 'calendar'));

type Paged = { readonly list: string; readonly date: string; readonly cursor: string | null };

const pageOf = (connection: Connection, from: Sql, { list, date, cursor }: Paged): ClockPage => {
  const after = cursor === null ? [] : [sql(`AND (${date}, item) > (?, ?)`, ...readCursor(cursor, list, 2))];
  const rows = connection.rows(join([from, ...after, sql(`ORDER BY ${date}, item LIMIT ?`, PAGE + 1)], ' '));
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const place = [last?.[date] ?? null, last?.['item'] ?? null];
  return {
    caseIds: page.map((row) => textOf(row, 'case_id')),
    next: rows.length > PAGE ? writeCursor(list, place) : null,
  };
};

const notedText = (noted: readonly string[]): string => (noted.length === 0 ? '' : `|${noted.join('|')}|`);

const dueCases =
  (connection: () => Connection) =>
  ({ ruleSet, noted }: RungGroup, { from, to }: DueRange, cursor: string | null): ClockPage => {
    const conditions = [
      sql('rule_set = ?', ruleSet ?? ''),
      sql('noted = ?', notedText(noted)),
      sql('due <= ?', to),
      ...(from === null ? [] : [sql('due >= ?', from)]),
    ];
    const question = join([sql('SELECT case_id, due, item FROM clock_rungs WHERE'), all(conditions)], ' ');
    return pageOf(connection(), question, { list: 'clock-due', date: 'due', cursor });
  };

const countedCases =
  (connection: () => Connection) =>
  (calendar: string, since: string, cursor: string | null): ClockPage => {
    const question = sql(
      'SELECT case_id, latest, item FROM clock_counted WHERE calendar = ? AND latest >= ?',
      ...[calendar, since],
    );
    return pageOf(connection(), question, { list: 'clock-counted', date: 'latest', cursor });
  };

export const clockIndex = (connection: () => Connection): ClockIndex => ({
  groups: () => groups(connection),
  dueCases: dueCases(connection),
  calendars: () => calendars(connection),
  countedCases: countedCases(connection),
});
