import type { DatabaseSync, StatementSync } from 'node:sqlite';

type Ends = { readonly begin: StatementSync; readonly commit: StatementSync };

/** Prepared once for each connection: the log opens a transaction for every few appends. */
const prepared = new WeakMap<DatabaseSync, Ends>();

const endsOf = (db: DatabaseSync): Ends => {
  const known = prepared.get(db);
  if (known !== undefined) return known;
  const ends = { begin: db.prepare('BEGIN IMMEDIATE'), commit: db.prepare('COMMIT') };
  prepared.set(db, ends);
  return ends;
};

/** After some errors (a full disk, for one) the engine has rolled back already. */
const rollBack = (db: DatabaseSync): void => {
  if (db.isTransaction) db.exec('ROLLBACK');
};

/** All of the work or none of it: the writer's lock is taken first, and what throws is taken back and thrown on. */
export const inTransaction = <Answer>(db: DatabaseSync, work: () => Answer): Answer => {
  const { begin, commit } = endsOf(db);
  begin.run();
  try {
    const answer = work();
    commit.run();
    return answer;
  } catch (error) {
    rollBack(db);
    throw error;
  }
};

/** The same for work that waits: nobody else may use the connection meanwhile. */
export const inLongTransaction = async <Answer>(
  db: DatabaseSync,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  const { begin, commit } = endsOf(db);
  begin.run();
  try {
    const answer = await work();
    commit.run();
    return answer;
  } catch (error) {
    rollBack(db);
    throw error;
  }
};
