import type { Cell, CellDoubt, SheetRow } from '../../sheet/sheet.ts';
import { fileFault, FileRefused } from '../../sheet/file-refused.ts';
import { lettersOf } from './address.ts';
import { mergesByRow, type Merge, type Overlap } from './merges.ts';
import type { SeenCell } from './read-cell.ts';
import type { SeenRow, Worksheet } from './read-worksheet.ts';

type Laid = { readonly own: boolean; readonly cells: (Cell | null)[]; readonly doubts: CellDoubt[] };

const put = (laid: Laid, column: number, { cell, doubt }: SeenCell): void => {
  laid.cells[column - 1] = cell;
  if (doubt !== null) laid.doubts.push({ ...doubt, at: column - 1 });
};

/** Cells beside the merged one show nothing of their own, whatever stands in them. */
const coverRight = (laid: Laid, { left, right }: Merge, shown: SeenCell, width: number): void => {
  for (let column = left + 1; column <= Math.min(right, width); column += 1) {
    laid.cells[column - 1] = null;
    if (shown.cell !== null)
      laid.doubts.push({ kind: 'merged-across', at: column - 1, found: shown.cell.text });
  }
};

type Above = (row: number, column: number) => SeenCell | undefined;

/** Whether a column of the row lies under a merged cell that begins elsewhere. */
const coverOf = (merges: readonly Merge[], row: number, width: number): ((column: number) => boolean) => {
  if (merges.length === 0) return () => false;
  const covered = new Uint8Array(width + 1);
  for (const { left, right, top } of merges) covered.fill(1, top === row ? left + 1 : left, right + 1);
  return (column) => covered[column] === 1;
};

const layOutRow = (seen: SeenRow, merges: readonly Merge[], above: Above, width: number): Laid => {
  const cells = Array.from<Cell | null>({ length: width }).fill(null);
  const isCovered = coverOf(merges, seen.row, width);
  const shown = [...seen.cells].filter(([column]) => column <= width && !isCovered(column));
  const laid: Laid = { own: shown.length > 0, cells, doubts: [] };
  for (const [column, cell] of shown) put(laid, column, cell);
  for (const merge of merges) {
    const value = above(merge.top, merge.left);
    if (value === undefined) continue;
    if (merge.top < seen.row) {
      put(laid, merge.left, value);
      laid.doubts.push({ kind: 'merged-down', at: merge.left - 1, found: value.cell?.text ?? '' });
    }
    coverRight(laid, merge, value, width);
  }
  return laid;
};

const overlapping = ({ row, column }: Overlap): never => {
  throw new FileRefused([
    fileFault('file.damaged', { line: row, column: lettersOf(column), found: 'mergeCell × 2' }),
  ]);
};

/** The rows that are asked for, and how many columns they have. */
export type Layout = {
  readonly from: number;
  readonly to: number;
  readonly width: number;
};

/**
 * Rows as they are shown: every row of a cell merged downwards has its value. Merges that begin above `from` end there: the words of a
 * header are no values. A row without a cell of its own is another line of the row above it, and left out.
 */
export const layOut = ({ rows, merges }: Worksheet, { from, to, width }: Layout): readonly SheetRow[] => {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const above: Above = (row, column) => byNumber.get(row)?.cells.get(column);
  // A merge in columns that nobody fills covers nothing.
  const counted = merges.filter(({ top, left }) => top >= from && left <= width);
  const reaching = mergesByRow(counted, overlapping);
  return rows.flatMap((seen) => {
    if (seen.row < from || seen.row > to) return [];
    const { own, cells, doubts } = layOutRow(seen, reaching(seen.row), above, width);
    return own ? [{ row: seen.row, cells, doubts, hidden: seen.hidden }] : [];
  });
};
