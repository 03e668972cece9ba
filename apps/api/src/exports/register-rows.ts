import type { BoardScope, LitRow, ReadStore } from '@duban/read-store';

/** A page is read in one go: short enough that nobody else waits for it. */
const PAGE = 100;

/** The board page by page, oldest first: the order that later events do not change. */
export async function* registerRows(
  read: ReadStore,
  scope: BoardScope,
  isShown: (caseId: string) => boolean,
): AsyncGenerator<readonly LitRow[], undefined> {
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await read.boardRows({
      ...{ ...scope, sort: 'oldest', limit: PAGE },
      ...(cursor === '' ? {} : { cursor }),
    });
    const rows = page.items.filter((row) => isShown(row.case_id));
    if (rows.length > 0) yield rows;
    cursor = page.next;
  }
  return undefined;
}
