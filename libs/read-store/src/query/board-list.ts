import type { BoardItem, BoardQuery, LitRow, Page } from '../api/board.query.ts';
import type { BoardContext } from './board-context.ts';
import { boardItem } from './board-item.ts';
import { cursorAt, stretches, type Stretch } from './board-order.ts';
import { listLimit } from './cursor.ts';
import { join, sql, type ResultRow } from './sql.ts';

const fetch = (context: BoardContext, stretch: Stretch, limit: number): readonly ResultRow[] => {
  const { connection, lights, source, where } = context;
  return connection.rows(
    join(
      [
        sql('SELECT *, ('),
        lights.color,
        sql(') AS light_color, ('),
        lights.rule,
        sql(') AS light_rule FROM'),
        source,
        sql('WHERE'),
        where,
        sql('AND'),
        stretch.where,
        sql(`ORDER BY ${stretch.order} LIMIT ?`, limit),
      ],
      ' ',
    ),
  );
};

/** Stable, since its order never has two equal places. */
const pageOf = (context: BoardContext, query: BoardQuery): Page<ResultRow> => {
  const { sort = 'due', cursor } = query;
  const limit = listLimit(query.limit);
  const rows: ResultRow[] = [];
  for (const stretch of stretches(sort, cursor)) {
    if (rows.length <= limit) rows.push(...fetch(context, stretch, limit + 1 - rows.length));
  }
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorAt(sort, last) : null };
};

/** One page of the board. */
export const boardPage = (context: BoardContext, query: BoardQuery): Page<BoardItem> => {
  const { today, language = 'zh' } = query;
  const { items, next } = pageOf(context, query);
  return { items: items.map((row) => boardItem(row, { ground: context.ground, today, language })), next };
};

/** The same page by columns. */
export const boardRows = (context: BoardContext, query: BoardQuery): Page<LitRow> => {
  const { items, next } = pageOf(context, query);
  return { items: items.map((row) => ({ ...row, light: row['light_color'] }) as LitRow), next };
};
