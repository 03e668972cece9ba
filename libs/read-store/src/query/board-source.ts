import { boardTable } from '@duban/projections';
import type { At } from './moment.ts';
import { sql, type Sql } from './sql.ts';

const COLUMNS = [...Object.keys(boardTable.columns), 'rec_from', 'occ_from'].join(', ');

/** Rows that queries folded anew for a moment, beside those of the history. */
export const REFOLDED = 'refolded_board';

/**
 * The board as a table expression. Now: the current rows. A past moment: current rows that were so then already, and former rows
 * whose interval holds it. On the occurred axis streams whose events are not in legal order are left to be folded anew.
 */
export const boardSource = (at: At | null): Sql => {
  if (at === null) return sql('board');
  const axis = at.by === 'recorded' ? 'rec' : 'occ';
  const inOrder =
    at.by === 'recorded' ? '' : ' AND case_key NOT IN (SELECT key FROM stream WHERE in_order = 0)';
  const refolded = at.by === 'recorded' ? '' : ` UNION ALL SELECT ${COLUMNS} FROM ${REFOLDED}`;
  return sql(
    `(SELECT ${COLUMNS} FROM board WHERE ${axis}_from <= ?${inOrder}
      UNION ALL
      SELECT ${COLUMNS} FROM board_history WHERE ${axis}_until > ? AND ${axis}_from <= ?${inOrder}${refolded})`,
    at.ms,
    at.ms,
    at.ms,
  );
};
