import type { BoardRow } from '@duban/contracts';
import type { ItemImported } from '@duban/domain';
import { epochMs } from '../fold/log-entry.ts';
import { itemOf, type ItemChange, type ItemOfCase } from '../fold/item-changes.ts';
import type { CaseDocument } from '../fold/stream-document.ts';
import type { Change, Projection, Step } from '../projection.ts';
import { remembered, rowChanges } from '../row-changes.ts';
import { boardRow } from './board-row.ts';
import { boardTable } from './board.table.ts';

/** Taken back: off every list, while its events stay. */
const rowsOf = remembered((item: ItemOfCase) => (item.item.stage === 'TAKEN_BACK' ? [] : [boardRow(item)]));

/** A register knows days, not hours: they begin at midnight in Asia/Shanghai. */
const FOR_EVER = '9999-12-31';

const dayStart = (date: string): number => epochMs(`${date}T00:00:00+08:00`);

/**
 * An imported item before its register's closing date: open. That is deduced, not observed; its stage says no more than "open".
 */
const stillOpen = (row: BoardRow): BoardRow => ({
  ...row,
  stage: 'RECTIFYING',
  ended: 0,
  disposition: null,
  closed_on: null,
  register_status: null,
  running: row.due,
});

/** Business time of an imported item: open from the day it was made, as the register has it from the day it was closed. */
const businessVersions = (
  { madeOn, closedOn }: ItemImported['data'],
  row: BoardRow,
  occurredMs: number,
): readonly Change[] => {
  const table = boardTable.name;
  const from = madeOn === null ? occurredMs : dayStart(madeOn);
  if (closedOn === null || row.ended === 0) return [{ op: 'put', table, row, occurredMs: from }];
  const untilMs = Math.max(from, dayStart(closedOn));
  const put: Change = { op: 'put', table, row, occurredMs: untilMs };
  const earlier: Change = { op: 'version', table, row: stillOpen(row), occurredMs: from, untilMs };
  return from < untilMs ? [earlier, put] : [put];
};

/** The board's rows of a case that was folded up to a moment in legal time. */
export const boardRowsAt = (document: CaseDocument, occurredMs: number): readonly BoardRow[] => {
  if (document.state.status === 'unopened') return [];
  return Object.keys(document.state.items).flatMap((itemId) => {
    const item = itemOf(document, itemId);
    const facts = item?.item.imported?.data;
    const asImported = facts !== undefined && item?.item.stage === facts.stage;
    const closesLater = dayStart(facts?.closedOn ?? FOR_EVER) > occurredMs;
    return rowsOf(item).map((row) => (asImported && closesLater ? stillOpen(row) : row));
  });
};

const changesOf = ({ before, after }: ItemChange, { entry }: Step): readonly Change[] => {
  const rows = rowsOf(after);
  const [row] = rows;
  if (entry.event.type === 'ItemImported' && row !== undefined && row.item_id === entry.event.data.itemId) {
    return businessVersions(entry.event.data, row, entry.occurredMs);
  }
  return rowChanges(boardTable, rowsOf(before), rows);
};

export const boardProjection: Projection = {
  name: 'board',
  version: 1,
  tables: [boardTable],
  project: (step) => step.items.flatMap((change) => changesOf(change, step)),
};
