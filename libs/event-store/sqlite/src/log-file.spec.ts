import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hasCode, LOG_START } from '@duban/kernel';
import { openSqliteStore } from './open-sqlite-store.ts';
import { until } from '@duban/testing';
import { createScratch, errorOf, someEvents } from './scratch.fixture.ts';

const scratch = createScratch();
jest.setTimeout(30_000);
beforeAll(scratch.create);
afterAll(scratch.remove);

const filled = async (count = 3): Promise<string> => {
  const file = scratch.file();
  const store = await openSqliteStore({ file });
  for (let number = 0; number < count; number += 1)
    await store.append(`case-${number}`, someEvents(2), 'no-stream');
  await store.close();
  return file;
};

/** Somebody with another tool and the right to write. */
const tamper = (file: string, sql: string): void => {
  const db = new DatabaseSync(file);
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
};

describe('a log file', () => {
  it('is written with WAL and synchronous FULL, and says so', async () => {
    const store = await openSqliteStore({ file: scratch.file() });
    expect(store.pragmas()).toMatchObject({
      journal_mode: 'wal',
      synchronous: 2,
      wal_autocheckpoint: 20_000,
    });
    expect(store.health()).toMatchObject({ status: 'ok' });
    await store.close();
  });

  it.each([
    `UPDATE event SET data = '{}'`,
    'DELETE FROM event WHERE position = 1',
    'UPDATE log SET last_position = 1',
    'DELETE FROM log',
  ])('refuses to be rewritten by %s', async (sql) => {
    const file = await filled();
    expect(() => {
      tamper(file, sql);
    }).toThrow('log.append-only');
  });

  it('of a newer program is left alone', async () => {
    const file = await filled();
    tamper(file, 'UPDATE log SET schema_version = 3');
    expect(await errorOf(openSqliteStore({ file }))).toMatchObject({ code: 'log.schema-newer' });
    expect(await errorOf(openSqliteStore({ file, readOnly: true }))).toMatchObject({
      code: 'log.schema-newer',
    });
  });

  it('that is another program’s database is left alone', async () => {
    const file = scratch.file();
    tamper(file, 'CREATE TABLE theirs (id INTEGER)');
    expect(await errorOf(openSqliteStore({ file }))).toMatchObject({ code: 'log.foreign-file' });
  });

  it('stops readers at a hole, with what to do', async () => {
    const file = await filled();
    tamper(file, 'DROP TRIGGER event_is_not_removed; DELETE FROM event WHERE position = 3');
    const store = await openSqliteStore({ file, readOnly: true });
    const error = await errorOf(store.readLog());
    expect(error).toMatchObject({ code: 'log.unavailable' });
    expect(String(error)).toContain('restore the last backup');
    expect(store.health()).toMatchObject({ status: 'unavailable', code: 'log.unavailable' });
    await store.close();
  });

  it('that was put back from an older copy stops readers that have seen more', async () => {
    const newer = await openSqliteStore({ file: await filled(3) });
    const after = await newer.head();
    await newer.close();
    const older = await openSqliteStore({ file: await filled(2) });
    expect(await errorOf(older.readLog({ after }))).toMatchObject({ code: 'log.older-than-reader' });
    await older.close();
  });

  it('with a damaged header cannot be opened, with what to do', async () => {
    const file = await filled();
    await overwrite(file, 0, 4_096);
    const error = await errorOf(openSqliteStore({ file }));
    expect(hasCode(error, 'log.unavailable')).toBe(true);
    expect(String(error)).toContain('restore the last backup');
  });

  it('with a damaged page acknowledges nothing more and stays red', async () => {
    const file = await filled(60);
    const db = new DatabaseSync(file);
    const row = db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'event_by_command'`).get();
    db.close();
    await overwrite(file, (Number(row?.['rootpage']) - 1) * 4_096, 4_096);
    const store = await openSqliteStore({ file });
    for (let again = 0; again < 2; again += 1) {
      const error = await errorOf(store.append('case-new', someEvents(1), 'any'));
      expect(error).toMatchObject({ code: 'log.unavailable' });
      expect(String(error)).toContain('the file is damaged');
      expect(store.health()).toMatchObject({ status: 'unavailable' });
    }
    expect(await store.readStream('case-new')).toEqual({ events: [], next: null });
    await store.close();
  });

  it('is copied whole while somebody writes', async () => {
    const file = await filled(40);
    const store = await openSqliteStore({ file });
    const copy = scratch.file();
    const writing = Array.from({ length: 50 }, () => store.append('case-busy', someEvents(1), 'any'));
    // As docs/adapters/sqlite.md tells operators to.
    const other = new DatabaseSync(file, { readOnly: true });
    other.prepare('VACUUM INTO ?').run(copy);
    other.close();
    await Promise.all(writing);
    const restored = await openSqliteStore({ file: copy });
    const { events } = await restored.readLog({ limit: 80 });
    expect(events).toEqual((await store.readLog({ limit: 80 })).events);
    expect(await restored.append('case-new', someEvents(1), 'no-stream')).toMatchObject({
      outcome: 'appended',
    });
    await Promise.all([store.close(), restored.close()]);
  });

  it('empties its WAL when nobody writes', async () => {
    const store = await openSqliteStore({ file: scratch.file() });
    await store.append('case-1', someEvents(3), 'any');
    await until(() => store.health().walBytes === 0);
    expect((await store.readLog({ after: LOG_START })).events).toHaveLength(3);
    await store.close();
  });
});

describe('a store opened for reading', () => {
  it('refuses to write and follows a writer', async () => {
    const file = await filled(1);
    const reader = await openSqliteStore({ file, readOnly: true, heartbeatMs: 60_000, pollMs: 5 });
    expect(await errorOf(reader.append('case-9', someEvents(1), 'any'))).toMatchObject({
      code: 'log.read-only',
    });
    const writer = await openSqliteStore({ file });
    let wakes = 0;
    reader.onAppended(() => {
      wakes += 1;
    });
    await until(() => wakes > 0 || reader.health().status === 'ok');
    const before = wakes;
    await writer.append('case-9', someEvents(1), 'any');
    await until(() => wakes > before);
    expect((await reader.readLog()).events).toHaveLength(3);
    await Promise.all([reader.close(), writer.close()]);
  });

  it('does not create what it should read', async () => {
    const error = await errorOf(openSqliteStore({ file: scratch.file(), readOnly: true }));
    expect(error).toMatchObject({ code: 'log.unavailable' });
  });

  it('answers nothing once it is closed', async () => {
    const store = await openSqliteStore({ file: await filled(1), readOnly: true });
    await store.close();
    expect(await errorOf(store.head())).toMatchObject({ code: 'log.closed' });
  });
});

const overwrite = async (file: string, at: number, length: number): Promise<void> => {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(length, 0xa5), 0, length, at);
  await handle.close();
};
