import type { ExportedRow } from '@duban/interchange';
import type { BoardItem, BoardScope, ReadStore } from '@duban/read-store';

/** A page is read in one go: short enough that nobody else waits for it. */
const PAGE = 100;

const listed = (organs: readonly string[]): string => organs.map((organ) => `|${organ}`).join('') + '|';

/** An item of the board by the columns of the register (`boardColumns`). */
const rowOf = (item: BoardItem): ExportedRow => ({
  case_id: item.caseId,
  case_no: item.caseNo,
  item_id: item.itemId,
  item_no: item.itemNo,
  title: item.title,
  category: item.category,
  form: item.form,
  topic: item.topic,
  source_title: item.source.title,
  source_no: item.source.documentNo,
  addressee: item.addressee,
  leads: listed(item.leadOrgans),
  co_organs: listed(item.coOrgans),
  stage: item.stage,
  disposition: item.disposition,
  light: item.light.color,
  opened_on: item.openedOn,
  due: item.due?.date ?? null,
  closed_on: item.closedOn,
  look_back_due: item.lookBackDue,
  cycle: item.cycle,
  percent: item.percent,
  extensions: item.extensions,
  returns: item.returns,
  failures: item.failures,
  escalations: item.escalations,
  rule_set: item.ruleSet,
  imported: item.imported ? 1 : 0,
  register_status: item.registerStatus,
});

/** The board page by page, oldest first: the order that later events do not change. */
export async function* registerRows(
  read: ReadStore,
  scope: BoardScope,
  isShown: (caseId: string) => boolean,
): AsyncGenerator<readonly ExportedRow[], undefined> {
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await read.board({
      ...{ ...scope, sort: 'oldest', limit: PAGE },
      ...(cursor === '' ? {} : { cursor }),
    });
    const rows = page.items.filter(({ caseId }) => isShown(caseId)).map(rowOf);
    if (rows.length > 0) yield rows;
    cursor = page.next;
  }
  return undefined;
}
