/**
 * The runner's own tables in a generation's file. `progress` has one row: where it stands and who may write. `streams` says
 * up to which revision each stream is in the rows; `document` keeps its fold, which may lag behind and is then caught up
 * from the log. `parked` are sequences that wait, `parked_event` the pointers to their events (E40: never the events).
 */
export const ENGINE_SQL: readonly string[] = [
  `CREATE TABLE progress (
     id INTEGER PRIMARY KEY CHECK (id = 1), position TEXT NOT NULL, ordinal INTEGER NOT NULL, head TEXT NOT NULL,
     epoch INTEGER NOT NULL, owner TEXT NOT NULL, lease_until INTEGER NOT NULL,
     state TEXT NOT NULL, code TEXT, message TEXT
   ) STRICT`,
  `INSERT INTO progress VALUES (1, '', 0, '', 0, '', 0, 'starting', NULL, NULL)`,
  `CREATE TABLE stream (
     key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL, in_order INTEGER NOT NULL
   ) STRICT`,
  `CREATE INDEX stream_disordered ON stream (in_order) WHERE in_order = 0`,
  `CREATE TABLE document (key INTEGER PRIMARY KEY, revision INTEGER NOT NULL, body TEXT NOT NULL) STRICT`,
  `CREATE TABLE parked (
     projection TEXT NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL, ordinal INTEGER NOT NULL,
     position TEXT NOT NULL, error TEXT NOT NULL, attempts INTEGER NOT NULL, PRIMARY KEY (stream, projection)
   ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE parked_event (
     stream TEXT NOT NULL, revision INTEGER NOT NULL, ordinal INTEGER NOT NULL, PRIMARY KEY (stream, revision)
   ) STRICT, WITHOUT ROWID`,
];
