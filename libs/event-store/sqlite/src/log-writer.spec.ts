import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeAppend, type ExpectedRevision, type NewEvent } from '@duban/event-store';
import type { AppendRequest } from './append-message.ts';
import { toLogFault } from './log-faults.ts';
import { LogWriter } from './log-writer.ts';
import { configureWriter } from './pragmas.ts';
import { prepareSchema } from './schema.ts';
import { createScratch, someEvents } from './scratch.fixture.ts';

const NOW = Date.UTC(2026, 2, 5, 1);
const scratch = createScratch();
let db: DatabaseSync;
let writer: LogWriter;

beforeAll(scratch.create);
afterAll(scratch.remove);
beforeEach(() => {
  const file = scratch.file();
  db = new DatabaseSync(file);
  configureWriter(db);
  prepareSchema(db, file);
  writer = new LogWriter(db);
});
afterEach(() => {
  db.close();
});

const request = (
  stream: string,
  events: readonly NewEvent[],
  expected: ExpectedRevision = 'any',
): AppendRequest => ({ ...encodeAppend(stream, events), ticket: 1, expected, now: null });

const append = (...requests: AppendRequest[]) => writer.append(requests, NOW);
const outcomesOf = (...requests: AppendRequest[]) => append(...requests).map(({ outcome }) => outcome);
const count = () => Number(Object.values(db.prepare('SELECT count(*) FROM event').get() ?? {})[0]);

/** The code and the text with which a write failed. */
const faultOf = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return toLogFault(error, 'log.db');
  }
};

describe('one transaction', () => {
  it('holds many requests and rejects a conflict alone', () => {
    const outcomes = outcomesOf(
      request('a', someEvents(2), 'no-stream'),
      request('a', someEvents(1), 'no-stream'),
      request('a', someEvents(1), 1),
    );
    expect(outcomes).toEqual(['appended', 'conflict', 'appended']);
    expect(count()).toBe(3);
  });

  it('recognises a command that came twice into the same batch', () => {
    const twice = request('a', someEvents(2));
    expect(outcomesOf(twice, twice)).toEqual(['appended', 'repeated']);
    expect(count()).toBe(2);
  });

  it('takes back only the request whose second event id is taken, and burns no position', () => {
    const [taken] = someEvents(1);
    const [first, second] = someEvents(2);
    if (taken === undefined || first === undefined || second === undefined) throw new Error('no events');
    const clash = [first, { ...second, id: taken.id }];
    const replies = append(request('a', [taken]), request('b', clash), request('c', someEvents(1)));
    expect(replies).toMatchObject([
      { outcome: 'appended', firstPosition: 1 },
      { outcome: 'failed', code: 'event.id-taken' },
      { outcome: 'appended', firstPosition: 2 },
    ]);
    expect(count()).toBe(2);
  });

  it('sees what another connection has written since the last one', () => {
    append(request('a', someEvents(1)));
    const other = new DatabaseSync(db.location() ?? '');
    new LogWriter(other).append([request('a', someEvents(1), 0)], NOW);
    other.close();
    expect(append(request('a', someEvents(1), 0), request('a', someEvents(1), 1))).toMatchObject([
      { outcome: 'conflict', actual: 1 },
      { outcome: 'appended', firstPosition: 3 },
    ]);
  });
});

describe('a fault', () => {
  it('of a full disk stores nothing of the batch, and writing goes on once there is space', () => {
    append(request('a', someEvents(1)));
    const pages = Number(Object.values(db.prepare('PRAGMA page_count').get() ?? {})[0]);
    db.exec(`PRAGMA max_page_count = ${pages}`);
    const small = request('b', someEvents(1));
    const large = request('c', someEvents(1, 'x'.repeat(100_000)));
    const fault = faultOf(() => append(small, large));
    expect(fault).toMatchObject({ code: 'log.unavailable' });
    expect(fault?.message).toContain('the disk is full');
    expect(count()).toBe(1);
    db.exec(`PRAGMA max_page_count = ${pages + 1_000}`);
    expect(append(small, large)).toMatchObject([{ firstPosition: 2 }, { firstPosition: 3 }]);
  });

  it('of a file that may not be written says so, also to the probe', () => {
    db.exec('PRAGMA query_only = 1');
    for (const work of [
      () => append(request('a', someEvents(1))),
      () => {
        writer.probe();
      },
    ]) {
      const fault = faultOf(work);
      expect(fault).toMatchObject({ code: 'log.unavailable' });
      expect(fault?.message).toContain('may not be written');
    }
    db.exec('PRAGMA query_only = 0');
    expect(
      faultOf(() => {
        writer.probe();
      }),
    ).toBeNull();
  });

  it('of a lock that another process keeps ends with its name', () => {
    db.exec('PRAGMA busy_timeout = 1');
    const other = new DatabaseSync(db.location() ?? '');
    other.exec('BEGIN IMMEDIATE');
    const fault = faultOf(() => append(request('a', someEvents(1))));
    other.close();
    expect(fault?.message).toContain('another process holds the write lock');
    expect(outcomesOf(request('a', someEvents(1)))).toEqual(['appended']);
  });
});
