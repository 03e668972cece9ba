import { boardEntries, type BoardEntry, type BoardRow } from '@duban/contracts';
import type { ColumnType, TableSpec } from '../projection.ts';

const typeOf = ({ kind }: BoardEntry): ColumnType =>
  kind === 'key' || kind === 'whole' || kind === 'flag' ? 'integer' : 'text';

const stored = boardEntries.filter(({ kind }) => kind !== 'made');
const key: keyof BoardRow = 'item';
/** Whoever folds a case anew looks for its rows. */
const byCase: keyof BoardRow = 'case_key';

/** Orders by the key itself need no index. */
const sorted = stored.filter(({ column, sorts }) => sorts !== undefined && column !== key);

/** One row per item, by the records of its fields; its former rows are kept with their intervals in `board_history`. */
export const boardTable: TableSpec = {
  name: 'board',
  kind: 'versioned',
  key: [key],
  columns: Object.fromEntries(stored.map((field) => [field.column, typeOf(field)])),
  indexes: [...sorted.map(({ column }) => [column]), [byCase]],
};
