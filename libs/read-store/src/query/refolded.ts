import type { EventReader } from '@duban/event-store';
import { boardRowsAt, boardTable, foldCase, type Row } from '@duban/projections';
import { readWholeStream } from '../runner/read-whole-stream.ts';
import { marks, rowValues } from '../store/row-values.ts';
import { REFOLDED } from './board-source.ts';
import type { At } from './moment.ts';
import { numberOf, sql, textOf, type Connection } from './sql.ts';

const COLUMNS = [...Object.keys(boardTable.columns), 'rec_from', 'occ_from'];

type Disordered = { readonly key: number; readonly name: string };

const disordered = ({ rows }: Connection): readonly Disordered[] =>
  rows(sql(`SELECT key, name FROM stream WHERE in_order = 0 AND name LIKE 'case-%'`)).map((row) => ({
    key: numberOf(row, 'key'),
    name: textOf(row, 'name'),
  }));

/** Item keys are those of the board, where the item was ever on it; a fold of part of a stream cannot know them. */
const keysOf = ({ rows }: Connection, caseKey: number): ReadonlyMap<string, number> =>
  new Map(
    rows(
      sql(
        `SELECT item, item_id FROM board WHERE case_key = ?1 UNION SELECT item, item_id FROM board_history WHERE case_key = ?1`,
        caseKey,
      ),
    ).map((row) => [textOf(row, 'item_id'), numberOf(row, 'item')]),
  );

const rowsAt = async (
  connection: Connection,
  reader: EventReader,
  at: At,
  { key, name }: Disordered,
): Promise<readonly Row[]> => {
  const folded = foldCase(await readWholeStream(reader, name), { asOf: at.instant, by: at.by });
  if (folded === null) return [];
  const items = keysOf(connection, key);
  const since = { rec_from: Date.parse(folded.last.metadata.recordedAt), occ_from: at.ms };
  return boardRowsAt(folded.document, at.ms).map((row) => ({
    ...row,
    ...since,
    item: items.get(row['item_id']) ?? 0,
    case_key: key,
  }));
};

/**
 * On the occurred axis, cases in which something was recorded late about an earlier day are folded anew for the moment that is
 * asked about, into a temporary table of this connection. All others are in the history.
 */
export const refold = async (connection: Connection, reader: EventReader, at: At): Promise<void> => {
  const { db } = connection;
  db.exec(`CREATE TEMP TABLE IF NOT EXISTS ${REFOLDED} (${COLUMNS.join(', ')})`);
  const rows: Row[] = [];
  for (const stream of disordered(connection)) rows.push(...(await rowsAt(connection, reader, at, stream)));
  const insert = db.prepare(`INSERT INTO ${REFOLDED} VALUES (${marks(COLUMNS.length)})`);
  db.exec(`DELETE FROM ${REFOLDED}`);
  for (const row of rows) insert.run(...rowValues(row, COLUMNS));
};
