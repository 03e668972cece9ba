import type { ItemImported } from '@duban/domain';
import { epochMs } from '../fold/log-entry.ts';
import type { ItemChange, ItemOfCase } from '../fold/item-changes.ts';
import type { Change, Projection, Row, Step } from '../projection.ts';
import { rowChanges } from '../row-changes.ts';
import { boardRow } from './board-row.ts';
import { boardTable } from './board.table.ts';

/** Taken back: off every list, while its events stay. */
const rowsOf = (item: ItemOfCase | undefined): readonly Row[] =>
  item === undefined || item.item.stage === 'TAKEN_BACK' ? [] : [boardRow(item)];

/** A register knows days, not hours: they begin at midnight in Asia/Shanghai. */
const dayStart = (date: string): number => epochMs(`${date}T00:00:00+08:00`);

/**
 * Business time of an imported item: open from the day it was made, as the register has it from the day it was closed. The
 * earlier version is deduced, not observed; its stage says no more than "open".
 */
const businessVersions = (
  { madeOn, closedOn }: ItemImported['data'],
  row: Row,
  occurredMs: number,
): readonly Change[] => {
  const from = madeOn === null ? occurredMs : dayStart(madeOn);
  if (closedOn === null || row['ended'] === 0) {
    return [{ op: 'put', table: boardTable.name, row, occurredMs: from }];
  }
  const open: Row = {
    ...row,
    stage: 'RECTIFYING',
    ended: 0,
    disposition: null,
    closed_on: null,
    register_status: null,
  };
  const untilMs = dayStart(closedOn);
  const running = row['due'] ?? null;
  const earlier: Change = {
    op: 'version',
    table: boardTable.name,
    row: { ...open, running },
    occurredMs: from,
    untilMs,
  };
  const put: Change = { op: 'put', table: boardTable.name, row, occurredMs: untilMs };
  return from < untilMs ? [earlier, put] : [put];
};

const changesOf = ({ before, after }: ItemChange, { entry }: Step): readonly Change[] => {
  const rows = rowsOf(after);
  const [row] = rows;
  if (
    entry.event.type === 'ItemImported' &&
    row !== undefined &&
    row['item_id'] === entry.event.data.itemId
  ) {
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
