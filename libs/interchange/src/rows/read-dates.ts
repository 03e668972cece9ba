import type { DateField, Mapping } from '../mapping/mapping.ts';
import type { DateSystem } from '../sheet/sheet.ts';
import { readDate } from './date-format.ts';
import type { Doubt, NamedCells } from './named-cells.ts';

export type Dates = Readonly<Record<DateField, string | null>>;

/** No register of an office reaches further back: an earlier date is a slip or the zero of some program. */
const EARLIEST = '1949-01-01';

/** The columns of this row whose date is that of an empty cell. */
export const zeroDates = ({ doubts }: NamedCells, { dateColumns }: Mapping): readonly Doubt[] =>
  doubts('zero-date').filter(({ column }) => Object.values(dateColumns).includes(column));

const isUnreadable = (date: string | Doubt | null): date is Doubt =>
  typeof date === 'object' && date !== null;

/** The dates of a row by the calendar, or the first that is none. */
export const datesOf = (cells: NamedCells, mapping: Mapping, system: DateSystem): Dates | Doubt => {
  const zeros = zeroDates(cells, mapping).map(({ column }) => column);
  const dateIn = (column: string | null): string | Doubt | null => {
    const found = column === null || zeros.includes(column) ? null : cells.cell(column);
    if (column === null || found === null) return null;
    const date = found.date ?? readDate(found.text, mapping.dateFormats, system);
    return date === null || date < EARLIEST ? { column, found: found.text } : date;
  };
  const { dateColumns } = mapping;
  const madeOn = dateIn(dateColumns.madeOn);
  const closedOn = dateIn(dateColumns.closedOn);
  const dueOn = dateIn(dateColumns.dueOn);
  if (isUnreadable(madeOn)) return madeOn;
  if (isUnreadable(closedOn)) return closedOn;
  return isUnreadable(dueOn) ? dueOn : { madeOn, closedOn, dueOn };
};
