import type { Without } from '../api/board.query.ts';
import type { CaseHeader, CasePage, CasesQuery, ImportBatch } from '../api/report.query.ts';
import { listLimit, readCursor, writeCursor } from './cursor.ts';
import {
  all,
  contains,
  join,
  noneOf,
  numberOf,
  numberOrNull,
  sql,
  textOf,
  textOrNull,
  type Connection,
  type ResultRow,
} from './sql.ts';

const headerOf = (row: ResultRow): CaseHeader => ({
  caseId: textOf(row, 'case_id'),
  caseNo: textOf(row, 'case_no'),
  title: textOf(row, 'title'),
  status: textOf(row, 'status') as CaseHeader['status'],
  form: textOf(row, 'form') as CaseHeader['form'],
  topic: textOf(row, 'topic'),
  items: numberOf(row, 'items'),
  openItems: numberOf(row, 'open_items'),
  revision: numberOf(row, 'revision'),
});

/** Newest first. */
export const cases = (connection: Connection, query: CasesQuery): CasePage => {
  const limit = listLimit(query.limit);
  const { status, text, cursor, without } = query;
  const rows = connection.rows(
    join(
      [
        sql('SELECT cases.*, stream.revision FROM cases JOIN stream ON stream.key = case_key WHERE'),
        all([
          ...noneOf('case_id', without),
          ...(status === undefined ? [] : [sql('status = ?', status)]),
          ...(text === undefined ? [] : [contains(`(case_no || ' ' || title || ' ' || topic)`, text)]),
          ...(cursor === undefined ? [] : [sql('case_key < ?', ...readCursor(cursor, 'cases', 1))]),
        ]),
        sql('ORDER BY case_key DESC LIMIT ?', limit + 1),
      ],
      ' ',
    ),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1)?.['case_key'] ?? null;
  return { items: page.map(headerOf), next: rows.length > limit ? writeCursor('cases', [last]) : null };
};

const batchOf = (row: ResultRow): ImportBatch => ({
  batchId: textOf(row, 'batch_id'),
  status: textOf(row, 'status') as ImportBatch['status'],
  register: textOrNull(row, 'register'),
  fileName: textOrNull(row, 'file_name'),
  fileDigest: textOrNull(row, 'file_digest'),
  startedBy: textOrNull(row, 'started_by'),
  rows: numberOrNull(row, 'rows'),
  imported: numberOrNull(row, 'imported'),
  unchanged: numberOrNull(row, 'unchanged'),
  refused: numberOrNull(row, 'refused'),
  warnings: numberOrNull(row, 'warnings'),
  takenBack: numberOrNull(row, 'taken_back'),
  undoneFor: textOrNull(row, 'undone_for'),
  onBoard: numberOf(row, 'on_board'),
  recordedAt: textOf(row, 'recorded_at'),
});

/** Newest first, with the items of each that are on the board now. */
export const imports = (connection: Connection, { without }: Without = {}): readonly ImportBatch[] =>
  connection
    .rows(
      join(
        [
          sql(`SELECT imports.*, coalesce(counted.n, 0) AS on_board FROM imports
            LEFT JOIN (SELECT batch_id, count(*) AS n FROM board WHERE`),
          all([sql('batch_id IS NOT NULL'), ...noneOf('case_id', without)]),
          sql('GROUP BY batch_id) AS counted USING (batch_id) ORDER BY key DESC'),
        ],
        ' ',
      ),
    )
    .map(batchOf);
