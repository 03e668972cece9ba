const appendOnly = (table: string): string =>
  ['UPDATE', 'DELETE']
    .map(
      (verb) => `CREATE TRIGGER IF NOT EXISTS ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
BEGIN SELECT RAISE(ABORT, 'audit.append-only'); END;`,
    )
    .join('\n');

/** Leaves, finished tile nodes, signed heads, and which of them were found in the log. Storage format 1. */
export const tileStoreSchema = `
CREATE TABLE IF NOT EXISTS identity (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS leaf (
  idx INTEGER PRIMARY KEY, event_id TEXT NOT NULL, position TEXT NOT NULL,
  hash BLOB NOT NULL, entry TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS leaf_event ON leaf (event_id);
CREATE TABLE IF NOT EXISTS node (
  level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (level, idx)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS checkpoint (size INTEGER PRIMARY KEY, root BLOB NOT NULL, note TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS cosignature (
  size INTEGER NOT NULL REFERENCES checkpoint (size), line TEXT NOT NULL, PRIMARY KEY (size, line)) STRICT;
CREATE TABLE IF NOT EXISTS timestamp (
  size INTEGER NOT NULL REFERENCES checkpoint (size), token BLOB NOT NULL, PRIMARY KEY (size, token)) STRICT;
CREATE TABLE IF NOT EXISTS adopted (
  revision INTEGER PRIMARY KEY, size INTEGER NOT NULL REFERENCES checkpoint (size)) STRICT;
${['identity', 'leaf', 'node', 'checkpoint', 'cosignature', 'timestamp', 'adopted'].map(appendOnly).join('\n')}
`;
