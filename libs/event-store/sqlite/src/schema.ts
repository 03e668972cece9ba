import type { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@duban/kernel';
import { inTransaction } from '@duban/sqlite';

/** "Duba" in ASCII: `file` and SQLite tools show whose file it is. */
const APPLICATION_ID = 0x44_75_62_61;
/** A log in its first epoch; what earlier programs read. */
const FIRST_SCHEMA = 1;
/** With a table of epochs: an earlier program would take their gaps for lost events, and so must not open it. */
const SCHEMA_VERSION = 2;

const TABLES = `
  CREATE TABLE log (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    schema_version INTEGER NOT NULL,
    last_position INTEGER NOT NULL,
    last_recorded_at TEXT NOT NULL,
    write_probes INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    command_id TEXT NOT NULL,
    command_index INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX event_by_stream ON event (stream, revision);
  CREATE UNIQUE INDEX event_by_id ON event (id);
  CREATE UNIQUE INDEX event_by_command ON event (command_id, command_index);
  CREATE INDEX event_by_type ON event (type, position);
`;

/** Between `kept` and `began` there is nothing, and that was said; everywhere else positions have no holes. */
const EPOCHS = `
  CREATE TABLE IF NOT EXISTS epoch (kept INTEGER PRIMARY KEY, began INTEGER NOT NULL) STRICT;
  CREATE TRIGGER IF NOT EXISTS epoch_is_not_changed BEFORE UPDATE ON epoch
    BEGIN SELECT RAISE (ABORT, 'log.append-only'); END;
  CREATE TRIGGER IF NOT EXISTS epoch_is_not_removed BEFORE DELETE ON epoch
    BEGIN SELECT RAISE (ABORT, 'log.append-only'); END;
`;

/** Against accidents: whoever can write the file can drop them, which the audit log then shows. */
const GUARDS = `
  CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event BEGIN SELECT RAISE (ABORT, 'log.append-only'); END;
  CREATE TRIGGER event_is_not_removed BEFORE DELETE ON event BEGIN SELECT RAISE (ABORT, 'log.append-only'); END;
  CREATE TRIGGER log_does_not_go_back BEFORE UPDATE ON log
    WHEN NEW.last_position < OLD.last_position OR NEW.last_recorded_at < OLD.last_recorded_at
    BEGIN SELECT RAISE (ABORT, 'log.append-only'); END;
  CREATE TRIGGER log_is_not_removed BEFORE DELETE ON log BEGIN SELECT RAISE (ABORT, 'log.append-only'); END;
`;

const numberFrom = (db: DatabaseSync, sql: string): number =>
  Number(Object.values(db.prepare(sql).get() ?? {})[0]);

/**
 * Refuses files that this version must not touch.
 * @throws CodedError `log.foreign-file`, `log.schema-newer`
 */
export const checkSchema = (db: DatabaseSync, file: string): void => {
  if (numberFrom(db, 'PRAGMA application_id') !== APPLICATION_ID) {
    throw new CodedError('log.foreign-file', `${file} is another program's database; name another file`);
  }
  const version = numberFrom(db, 'SELECT schema_version FROM log');
  if (version > SCHEMA_VERSION) {
    throw new CodedError(
      'log.schema-newer',
      `${file} has schema ${version}, this program knows ${SCHEMA_VERSION}; start the newer program`,
    );
  }
};

/** Creates the tables in an empty file. Two processes may start at once: the second finds the first one's tables. */
export const prepareSchema = (db: DatabaseSync, file: string): void => {
  inTransaction(db, () => {
    if (numberFrom(db, 'SELECT count(*) FROM sqlite_schema') === 0) {
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
      db.exec(TABLES);
      db.exec(`INSERT INTO log VALUES (1, ${FIRST_SCHEMA}, 0, '', 0)`);
      db.exec(GUARDS);
    }
    checkSchema(db, file);
  });
};

/** Declares that the next event after `kept` is `began`. In the transaction of whoever writes it. */
export const declareEpoch = (db: DatabaseSync, kept: number, began: number): void => {
  db.exec(EPOCHS);
  db.prepare('INSERT INTO epoch VALUES (?, ?)').run(kept, began);
  db.exec(`UPDATE log SET schema_version = ${SCHEMA_VERSION}`);
};

/** Where the next event after a position is, if not right behind it; by the position before. */
export const declaredGaps = (db: DatabaseSync): ReadonlyMap<number, number> => {
  if (numberFrom(db, "SELECT count(*) FROM sqlite_schema WHERE name = 'epoch'") === 0) return new Map();
  const rows = db.prepare('SELECT kept, began FROM epoch').all();
  return new Map(rows.map(({ kept, began }) => [Number(kept), Number(began)]));
};
