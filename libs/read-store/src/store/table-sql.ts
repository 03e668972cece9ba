import type { TableSpec } from '@duban/projections';

/** Columns that a versioned table has beside its own: since when on both axes, and the ordinal of the event. */
export const SINCE = ['rec_from', 'occ_from', 'since'] as const;
export const UNTIL = ['rec_until', 'occ_until'] as const;

export const columnsOf = (table: TableSpec): readonly string[] => Object.keys(table.columns);

export const historyOf = (table: TableSpec): string => `${table.name}_history`;
export const searchOf = (table: TableSpec): string => `${table.name}_search`;

const integers = (names: readonly string[]): readonly string[] =>
  names.map((name) => `${name} INTEGER NOT NULL`);

const ownColumns = (table: TableSpec, keyed: boolean): readonly string[] =>
  Object.entries(table.columns).map(([name, type]) => {
    const rowId = keyed && table.key.length === 1 && table.key[0] === name && type === 'integer';
    return `${name} ${type.toUpperCase()}${rowId ? ' PRIMARY KEY' : ''}`;
  });

const hasRowId = ({ key, columns }: TableSpec): boolean =>
  key.length === 1 && columns[key[0] ?? ''] === 'integer';

const mainTable = (table: TableSpec): string => {
  const columns = [
    ...ownColumns(table, true),
    ...(table.kind === 'versioned' ? integers(SINCE) : []),
    ...(hasRowId(table) ? [] : [`PRIMARY KEY (${table.key.join(', ')})`]),
  ];
  return `CREATE TABLE ${table.name} (${columns.join(', ')}) STRICT${hasRowId(table) ? '' : ', WITHOUT ROWID'}`;
};

const historyTable = (table: TableSpec): readonly string[] => {
  const name = historyOf(table);
  const columns = [...ownColumns(table, false), ...integers([...SINCE, ...UNTIL])];
  return [
    `CREATE TABLE ${name} (${columns.join(', ')}) STRICT`,
    `CREATE INDEX ${name}_recorded ON ${name} (rec_until, rec_from)`,
    `CREATE INDEX ${name}_occurred ON ${name} (occ_until, occ_from)`,
  ];
};

/**
 * Trigrams find any part of a word from three characters on; of words of two, the index lists every trigram that begins
 * with them. No positions (`detail=none`) and no copy of the text: candidates are checked against the row itself.
 */
const searchTable = (table: TableSpec): string =>
  `CREATE VIRTUAL TABLE ${searchOf(table)} USING fts5(text, tokenize='trigram', content='', detail=none, columnsize=0)`;

export const tableSql = (table: TableSpec): readonly string[] => [
  mainTable(table),
  ...(table.kind === 'versioned' ? historyTable(table) : []),
  ...(table.search === true ? [searchTable(table)] : []),
];

/** Made with the tables, so that a rebuild reads its own rows fast; every one of them costs each write a little. */
export const indexSql = (table: TableSpec): readonly string[] =>
  table.indexes.map(
    (columns) => `CREATE INDEX ${table.name}_${columns.join('_')} ON ${table.name} (${columns.join(', ')})`,
  );
