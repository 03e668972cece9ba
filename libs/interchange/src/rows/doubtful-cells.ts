import type { Mapping } from '../mapping/mapping.ts';
import type { Broken } from './plausible-dates.ts';
import type { NamedCells } from './named-cells.ts';
import { zeroDates } from './read-dates.ts';

/** Columns of a row that the file leaves open, and what stands there; null where everything can be read. */
export const unreadableCells = ({ doubts }: NamedCells): string | null => {
  const found = doubts('unreadable');
  return found.length === 0 ? null : found.map((doubt) => `${doubt.column}: ${doubt.found}`).join('; ');
};

/** What a person who looks at the sheet should know of the row. */
export const doubtRules = (cells: NamedCells, mapping: Mapping): readonly Broken['rule'][] => [
  ...(zeroDates(cells, mapping).length > 0 ? (['date-zero'] as const) : []),
  ...(cells.doubts('error').length > 0 ? (['cell-error'] as const) : []),
  ...(cells.doubts('merged-down').length > 0 ? (['cells-merged'] as const) : []),
  ...(cells.doubts('merged-across').length > 0 ? (['cells-merged-across'] as const) : []),
  ...(cells.hidden ? (['hidden'] as const) : []),
];
