import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { comparePositions, type Position } from '@duban/kernel';
import { numberedPosition, numberOf } from '@duban/event-store';
import { beginEpoch } from './begin-epoch.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { createScratch, errorOf, someEvents } from './scratch.fixture.ts';

const scratch = createScratch();
jest.setTimeout(30_000);
beforeAll(scratch.create);
afterAll(scratch.remove);

const SEEN = numberedPosition(9);

/** Four events of which five more were lost, in a second epoch. */
const recovered = async (): Promise<{ readonly file: string; readonly began: Position }> => {
  const file = scratch.file();
  const store = await openSqliteStore({ file });
  for (const stream of ['case-1', 'case-2']) await store.append(stream, someEvents(2), 'no-stream');
  await store.close();
  const [event] = someEvents(1);
  if (event === undefined) throw new Error('no event');
  return { file, began: beginEpoch(file, { stream: 'checkpoint-epochs', event, seenUpTo: SEEN }) };
};

const positionsAfter = async (file: string, after?: Position): Promise<readonly number[]> => {
  const store = await openSqliteStore({ file, readOnly: true });
  const numbers: number[] = [];
  for (let from = after; numbers.length < 100;) {
    const page = await store.readLog({ limit: 2, ...(from === undefined ? {} : { after: from }) });
    numbers.push(...page.events.map(({ position }) => numberOf(position)));
    if (page.next === (await store.head())) break;
    from = page.next;
  }
  await store.close();
  return numbers;
};

describe('an epoch of a log', () => {
  it('begins at a position behind all that was ever seen, and the log goes on from there', async () => {
    const { file, began } = await recovered();
    expect(comparePositions(began, SEEN)).toBeGreaterThan(0);
    const store = await openSqliteStore({ file });
    await store.append('case-1', someEvents(1), 1);
    await store.close();
    const number = numberOf(began);
    expect(await positionsAfter(file)).toEqual([1, 2, 3, 4, number, number + 1]);
  });

  it('comes next for whoever had read events that are lost', async () => {
    const { file, began } = await recovered();
    expect(await positionsAfter(file, SEEN)).toEqual([numberOf(began)]);
    expect(await positionsAfter(file, numberedPosition(5))).toEqual([numberOf(began)]);
  });

  it('excuses no other hole', async () => {
    const { file, began } = await recovered();
    const db = new DatabaseSync(file);
    db.exec('DROP TRIGGER event_is_not_removed; DELETE FROM event WHERE position = 4');
    db.close();
    const store = await openSqliteStore({ file, readOnly: true });
    expect(await errorOf(store.readLog())).toMatchObject({ code: 'log.unavailable' });
    expect((await store.readLog({ after: SEEN })).next).toBe(began);
    await store.close();
  });

  it('can begin again, behind the one before', async () => {
    const { file, began } = await recovered();
    const [event] = someEvents(1);
    if (event === undefined) throw new Error('no event');
    const third = beginEpoch(file, { stream: 'checkpoint-epochs', event, seenUpTo: began });
    expect(numberOf(third)).toBe(2_000_000_001);
    expect(await positionsAfter(file)).toEqual([1, 2, 3, 4, 1_000_000_001, 2_000_000_001]);
  });

  it('that cannot begin leaves the log as it was', async () => {
    const { file } = await recovered();
    const before = await positionsAfter(file);
    const store = await openSqliteStore({ file, readOnly: true });
    const [known] = (await store.readLog()).events;
    await store.close();
    if (known === undefined) throw new Error('no event');
    expect(() => beginEpoch(file, { stream: 'other', event: known, seenUpTo: SEEN })).toThrow(
      'log.unavailable',
    );
    expect(await positionsAfter(file)).toEqual(before);
  });
});
