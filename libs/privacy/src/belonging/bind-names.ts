import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@duban/kernel';
import { inTransaction } from '@duban/sqlite';
import type { Belongings } from '../vault/belongings.ts';

export const NAMES_TABLE = 'CREATE TABLE IF NOT EXISTS whose (number TEXT NOT NULL) STRICT;';

const foreign = (file: string, found: string): CodedError =>
  new CodedError('people.foreign', `${file} ${found}`);

const numberIn = (db: DatabaseSync): string => {
  const known = db.prepare('SELECT number FROM whose').get()?.['number'];
  if (known !== undefined) return String(known);
  const number = randomUUID();
  db.prepare('INSERT INTO whose VALUES (?)').run(number);
  return number;
};

/** Rows name the keys that open them: one from elsewhere is known by a key that was never in this vault. */
const refuseStrangers = (db: DatabaseSync, belongings: Belongings, file: string): void => {
  const keys = db
    .prepare("SELECT DISTINCT json_extract(sealed, '$.k') AS k FROM person")
    .all()
    .flatMap(({ k }) => String(k).split('+'));
  if (belongings.unknownAmong(keys).length > 0)
    throw foreign(file, 'holds names under keys that are not in this vault');
};

/**
 * From now on vault and file of names know each other by a number that both hold.
 * @throws CodedError `people.foreign`
 */
export const bindNames = (db: DatabaseSync, belongings: Belongings, file: string): void => {
  refuseStrangers(db, belongings, file);
  const expected = belongings.note('people');
  const isKnown = expected !== null && expected !== 'lost?';
  const number = inTransaction(db, () => numberIn(db));
  if (isKnown && number !== expected) throw foreign(file, 'is that of another vault');
  if (!isKnown) belongings.keep('people', number);
};
