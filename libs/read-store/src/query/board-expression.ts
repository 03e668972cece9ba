import type { BoardEntry } from '@duban/contracts';
import type { Lights } from './light-sql.ts';
import { sql, type Sql } from './sql.ts';

/** What a field is in SQL: its column, or what is worked out for the day of the question. */
export const expressionOf = ({ column }: BoardEntry, { color }: Lights): Sql =>
  column === 'light' ? color : sql(column);
