import type { DatabaseSync } from 'node:sqlite';
import type { Row, TableSpec } from '@duban/projections';
import { marks, rowValues } from './row-values.ts';
import { columnsOf } from './table-sql.ts';
import type { TableWriter } from './table-writer.ts';

/** One row per key: of several changes in a page only the last one reaches the file. */
export const keyedWriter = (db: DatabaseSync, table: TableSpec): TableWriter => {
  const columns = columnsOf(table);
  const put = db.prepare(
    `INSERT OR REPLACE INTO ${table.name} (${columns.join(', ')}) VALUES (${marks(columns.length)})`,
  );
  const remove = db.prepare(
    `DELETE FROM ${table.name} WHERE ${table.key.map((column) => `${column} = ?`).join(' AND ')}`,
  );
  const pending = new Map<string, { readonly key: Row; readonly row: Row | null }>();
  const keyText = (row: Row): string => rowValues(row, table.key).join('\n');
  return {
    apply: (change) => {
      if (change.op === 'version') throw new TypeError(`${table.name} keeps no versions`);
      const key = change.op === 'put' ? change.row : change.key;
      pending.set(keyText(key), { key, row: change.op === 'put' ? change.row : null });
    },
    flush: () => {
      for (const { key, row } of pending.values()) {
        if (row === null) remove.run(...rowValues(key, table.key));
        else put.run(...rowValues(row, columns));
      }
      pending.clear();
    },
    clear: () => {
      pending.clear();
    },
  };
};
