import { DatabaseSync } from 'node:sqlite';

export type Opening = {
  /** Default false. Only then is there nothing to make where the file is missing, and it throws. */
  readonly readOnly?: boolean;
  /** How long a statement waits for another connection, in milliseconds; default 0. */
  readonly waitMs?: number;
  /** Pragmas and tables of this kind of file. */
  readonly setUp?: (db: DatabaseSync) => void;
};

/** A connection that is ready for use; where setting it up fails it is closed again, and the failure thrown on. */
export const openDatabase = (
  file: string,
  { readOnly = false, waitMs = 0, setUp = () => undefined }: Opening = {},
): DatabaseSync => {
  const db = new DatabaseSync(file, { readOnly, timeout: waitMs });
  try {
    setUp(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};
