import type { SqlValue } from '@duban/projections';
import type { BoardItem, BoardQuery, BoardSort, Page } from '../api/board.query.ts';
import type { BoardContext } from './board-context.ts';
import { boardItem } from './board-item.ts';
import { listLimit, readCursor, writeCursor } from './cursor.ts';
import { join, sql, type ResultRow, type Sql } from './sql.ts';

/** A stretch of the list with an order that an index can give; `due` has two: dated items first, then the others. */
type Stretch = { readonly where: Sql; readonly order: string };

type After = { readonly running: SqlValue; readonly item: SqlValue } | null;

const dated = (after: After): Stretch => ({
  where:
    after === null || after.running === null
      ? sql('running IS NOT NULL')
      : sql('running >= ? AND (running > ? OR item > ?)', after.running, after.running, after.item),
  order: 'running, item',
});

const undated = (after: After): Stretch => ({
  where:
    after === null || after.running !== null
      ? sql('running IS NULL')
      : sql('running IS NULL AND item > ?', after.item),
  order: 'item',
});

const stretches = (sort: BoardSort, after: After): readonly Stretch[] => {
  switch (sort) {
    case 'due':
      return after !== null && after.running === null ? [undated(after)] : [dated(after), undated(after)];
    case 'newest':
      return [{ where: after === null ? sql('1') : sql('item < ?', after.item), order: 'item DESC' }];
    case 'oldest':
      return [{ where: after === null ? sql('1') : sql('item > ?', after.item), order: 'item' }];
  }
};

const afterCursor = (cursor: string | undefined, sort: BoardSort): After => {
  if (cursor === undefined) return null;
  const [running = null, item = null] = readCursor(cursor, `board ${sort}`, 2);
  return { running, item };
};

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

/** One page of the board: stable, since its order never has two equal places. */
export const boardPage = (context: BoardContext, query: BoardQuery): Page<BoardItem> => {
  const { sort = 'due', today, language = 'zh' } = query;
  const limit = listLimit(query.limit);
  const rows: ResultRow[] = [];
  for (const stretch of stretches(sort, afterCursor(query.cursor, sort))) {
    if (rows.length <= limit) rows.push(...fetch(context, stretch, limit + 1 - rows.length));
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => boardItem(row, { ground: context.ground, today, language })),
    next:
      rows.length > limit && last !== undefined
        ? writeCursor(`board ${sort}`, [last['running'] ?? null, last['item'] ?? null])
        : null,
  };
};
