import type { DatabaseSync } from 'node:sqlite';
import type { Row, TableSpec } from '@duban/projections';
import { marks, rowValues } from './row-values.ts';
import { columnsOf, searchOf } from './table-sql.ts';
import type { TableWriter } from './table-writer.ts';

/** Rows that never change, and their texts for the search. A key that comes twice is a fault, not an update. */
export const appendedWriter = (db: DatabaseSync, table: TableSpec): TableWriter => {
  const columns = columnsOf(table);
  const insert = db.prepare(
    `INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${marks(columns.length)})`,
  );
  const index =
    table.search === true
      ? db.prepare(`INSERT INTO ${searchOf(table)} (rowid, text) VALUES (?, ?)`)
      : undefined;
  const [key = ''] = table.key;
  let rows: { readonly row: Row; readonly search: string | undefined }[] = [];
  return {
    apply: (change) => {
      if (change.op !== 'put') throw new TypeError(`${table.name} takes new rows only`);
      rows.push({ row: change.row, search: change.search });
    },
    flush: () => {
      for (const { row, search } of rows) {
        insert.run(...rowValues(row, columns));
        // The end of a text must begin a trigram, too: so two characters at its end are found.
        if (index !== undefined && search !== undefined && search !== '') {
          index.run(row[key] ?? null, `${search}\n\n`);
        }
      }
      rows = [];
    },
    clear: () => {
      rows = [];
    },
  };
};
