import { describe, expect, it } from '@jest/globals';
import { openDatabase } from './open-database.ts';
import { inLongTransaction, inTransaction } from './transaction.ts';

const book = () =>
  openDatabase(':memory:', {
    setUp: (db) => {
      db.exec('CREATE TABLE line (n INTEGER PRIMARY KEY) STRICT');
    },
  });
const linesIn = (db: ReturnType<typeof book>) => db.prepare('SELECT n FROM line').all().length;

describe('a transaction', () => {
  it('keeps what was done, and answers what the work answers', () => {
    const db = book();
    expect(inTransaction(db, () => db.prepare('INSERT INTO line VALUES (?)').run(1).changes)).toBe(1);
    expect([linesIn(db), db.isTransaction]).toEqual([1, false]);
  });

  it('takes back all that was done before something failed', () => {
    const db = book();
    const insert = db.prepare('INSERT INTO line VALUES (?)');
    const twice = (): void => {
      insert.run(1);
      insert.run(1);
    };
    expect(() => {
      inTransaction(db, twice);
    }).toThrow(/UNIQUE/);
    expect([linesIn(db), db.isTransaction]).toEqual([0, false]);
    expect(inTransaction(db, () => insert.run(2).changes)).toBe(1);
    expect(linesIn(db)).toBe(1);
  });

  it('throws the failure itself where the engine has rolled back already', () => {
    const db = book();
    const failing = (): never => {
      db.exec('ROLLBACK');
      throw new RangeError('full');
    };
    expect(() => inTransaction(db, failing)).toThrow(RangeError);
  });

  it('is as whole over work that waits', async () => {
    const db = book();
    const insert = db.prepare('INSERT INTO line VALUES (?)');
    const failing = async (): Promise<never> => {
      insert.run(1);
      await Promise.resolve();
      throw new RangeError('late');
    };
    await expect(inLongTransaction(db, failing)).rejects.toThrow(RangeError);
    expect([linesIn(db), db.isTransaction]).toEqual([0, false]);
    expect(await inLongTransaction(db, async () => insert.run(2).changes)).toBe(1);
    expect(linesIn(db)).toBe(1);
  });
});

describe('a database', () => {
  it('that cannot be set up is closed again', () => {
    let seen: ReturnType<typeof book> | undefined;
    const setUp = (db: ReturnType<typeof book>): never => {
      seen = db;
      throw new RangeError('no');
    };
    expect(() => openDatabase(':memory:', { setUp })).toThrow(RangeError);
    expect(seen?.isOpen).toBe(false);
  });

  it('that is only read has to be there', () => {
    expect(() => openDatabase('/nonexistent/log.sqlite', { readOnly: true })).toThrow(/unable to open/);
  });
});
