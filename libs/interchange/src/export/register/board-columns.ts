import { boardEntries, inPlaces, type BoardEntry } from '@duban/contracts';
import type { RegisterColumn } from './register-column.ts';

/** Whatever has texts is shown by them. */
const kindOf = ({ kind, texts }: BoardEntry): RegisterColumn['kind'] => {
  if (texts !== undefined) return 'code';
  return kind === 'key' ? 'whole' : kind === 'made' ? 'text' : kind;
};

const columnOf = (field: BoardEntry): RegisterColumn => {
  const { column, texts, label = { zh: column, en: column } } = field;
  return { key: column, label, kind: kindOf(field), ...(texts === undefined ? {} : { texts }) };
};

/** The board's rows as a register, in the order in which an office reads them; keys are those of the board. */
export const boardColumns: readonly RegisterColumn[] = inPlaces(
  boardEntries.filter(({ register }) => register !== undefined),
  ({ register = {} }) => register,
).map(columnOf);
