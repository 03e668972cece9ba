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

/** The merges that reach each row, asked row by row downwards. */
export const mergesByRow = (merges: readonly Merge[]): ((row: number) => readonly Merge[]) => {
  const waiting = merges.toSorted((a, b) => a.top - b.top);
  let next = 0;
  let open: readonly Merge[] = [];
  return (row) => {
    const from = next;
    while (next < waiting.length && (waiting[next]?.top ?? 0) <= row) next += 1;
    if (next > from || open.some(({ bottom }) => bottom < row))
      open = [...open, ...waiting.slice(from, next)].filter(({ bottom }) => bottom >= row);
    return open;
  };
};
