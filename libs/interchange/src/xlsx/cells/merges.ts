import { addressOf } from './address.ts';

/** Cells that are one: columns and rows from 1, both ends included. */
export type Merge = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** `C2:C4`; null for what is none. */
export const mergeOf = (reference: string): Merge | null => {
  const [from = '', to = from] = reference.split(':');
  const [first, last] = [addressOf(from), addressOf(to)];
  if (first === null || last === null) return null;
  return {
    left: Math.min(first.column, last.column),
    right: Math.max(first.column, last.column),
    top: Math.min(first.row, last.row),
    bottom: Math.max(first.row, last.row),
  };
};

/** Merges that lie over each other: no program shows such a sheet, so no reader knows what it shows. */
export type Overlap = { readonly row: number; readonly column: number };

const overlapOf = (merge: Merge, others: readonly Merge[]): Overlap | null =>
  others.some(({ left, right }) => left <= merge.right && merge.left <= right)
    ? { row: merge.top, column: merge.left }
    : null;

/**
 * The merges that reach each row, asked row by row downwards; `overlaps` is called with the place of one that lies over another.
 */
export const mergesByRow = (
  merges: readonly Merge[],
  overlaps: (place: Overlap) => never,
): ((row: number) => readonly Merge[]) => {
  const waiting = merges.toSorted((a, b) => a.top - b.top || a.left - b.left);
  let next = 0;
  let open: readonly Merge[] = [];
  const start = (merge: Merge): void => {
    const reached = open.filter(({ bottom }) => bottom >= merge.top);
    const overlap = overlapOf(merge, reached);
    if (overlap !== null) overlaps(overlap);
    open = [...reached, merge];
  };
  return (row) => {
    for (let merge = waiting[next]; merge !== undefined && merge.top <= row; merge = waiting[next]) {
      start(merge);
      next += 1;
    }
    if (open.some(({ bottom }) => bottom < row)) open = open.filter(({ bottom }) => bottom >= row);
    return open;
  };
};
