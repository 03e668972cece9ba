import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { parseEvent, type PublicEvent } from '../public-event.ts';
import { eventText, names } from '../public-event.fixture.ts';
import type { Inbox } from './inbox.port.ts';
import { createMemoryInbox } from './memory-inbox.ts';
import { openSqliteInbox } from './sqlite-inbox.ts';

const LANE = 'kafka:t/0';
const event = (caseId: string, sequence: number, more: object = {}): PublicEvent =>
  parseEvent(eventText(caseId, sequence, more));

const inboxes: readonly [string, () => Inbox<unknown>][] = [
  ['memory', () => createMemoryInbox()],
  ['sqlite', () => openSqliteInbox(new DatabaseSync(':memory:'))],
];

describe.each(inboxes)('inbox in %s', (_, open) => {
  const take = async (inbox: Inbox<unknown>, from: string | null, to: string, ...events: PublicEvent[]) => {
    const applied: PublicEvent[] = [];
    const taken = await inbox.take({ lane: LANE, from, to, events }, (each) => void applied.push(each));
    return { ...taken, names: names(applied) };
  };

  it('applies what is new in order, remembers it and moves the lane', async () => {
    const inbox = open();
    expect(await inbox.place(LANE)).toBeNull();
    const first = await take(inbox, null, '2', event('a', 0), event('b', 0));
    expect(first).toEqual({ applied: 2, repeated: 0, names: ['a-0', 'b-0'] });
    expect(await inbox.place(LANE)).toBe('2');
  });

  it('passes over what it has seen, in one batch or over lanes', async () => {
    const inbox = open();
    await take(inbox, null, '1', event('a', 0));
    const second = await take(inbox, '1', '4', event('a', 0), event('a', 1), event('a', 1));
    expect(second).toEqual({ applied: 1, repeated: 2, names: ['a-1'] });
  });

  it('lets private events leave holes, and refuses a new event that is older than the last', async () => {
    const inbox = open();
    await take(inbox, null, '1', event('a', 5));
    await expect(take(inbox, '1', '2', event('a', 3))).rejects.toMatchObject({
      code: 'subscriber.out-of-order',
    });
  });

  it('tells the handler which sequence came before, none for the first', async () => {
    const inbox = open();
    const told: (string | null)[] = [];
    const events = [event('a', 0), event('b', 2), event('a', 3)];
    await inbox.take(
      { lane: LANE, from: null, to: '3', events },
      (_event, _tx, after) => void told.push(after),
    );
    expect(told).toEqual([null, null, event('a', 0).sequence]);
  });

  it('keeps what was applied up to enough, and gives the rest when it comes again', async () => {
    const inbox = open();
    const events = [event('a', 0), event('a', 1), event('a', 2)];
    const intake = { lane: LANE, from: null, to: '3', events };
    const first = await inbox.take(intake, ({ id }) => (id === 'a-1' ? 'enough' : undefined));
    expect(first).toEqual({ applied: 2, repeated: 0, isEnough: true });
    expect(await inbox.place(LANE)).toBeNull();
    expect(await take(inbox, null, '3', ...events)).toEqual({ applied: 1, repeated: 2, names: ['a-2'] });
    expect(await inbox.place(LANE)).toBe('3');
  });

  it('orders by sequence and never by time', async () => {
    const inbox = open();
    const earlier = { time: '2020-01-01T00:00:00Z', recordedtime: '2020-01-01T00:00:00.000Z' };
    expect((await take(inbox, null, '2', event('a', 0), event('a', 1, earlier))).applied).toBe(2);
  });

  it('refuses to take in for a lane that somebody else has moved', async () => {
    const inbox = open();
    await take(inbox, null, '1', event('a', 0));
    await expect(take(inbox, null, '1', event('a', 1))).rejects.toMatchObject({
      code: 'subscriber.place-moved',
    });
  });
});

describe('inbox in sqlite', () => {
  it('keeps nothing of a batch whose handler failed, and takes it whole the next time', async () => {
    const db = new DatabaseSync(':memory:');
    db.exec('CREATE TABLE result (id TEXT)');
    const inbox = openSqliteInbox(db);
    const intake = { lane: LANE, from: null, to: '2', events: [event('a', 0), event('a', 1)] };
    const failing = inbox.take(intake, (each, tx) => {
      tx.prepare('INSERT INTO result VALUES (?)').run(each.id);
      if (each.id === 'a-1') throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(db.prepare('SELECT count(*) AS n FROM result').get()).toEqual({ n: 0 });
    expect(await inbox.take(intake, () => undefined)).toEqual({ applied: 2, repeated: 0 });
  });

  it('takes one batch after another, though handlers wait', async () => {
    const inbox = openSqliteInbox(new DatabaseSync(':memory:'));
    const order: string[] = [];
    const slow = async (each: PublicEvent): Promise<void> => {
      order.push(`begin ${each.id}`);
      await new Promise(setImmediate);
      order.push(`end ${each.id}`);
    };
    await Promise.all([
      inbox.take({ lane: 'x', from: null, to: '1', events: [event('a', 0)] }, slow),
      inbox.take({ lane: 'y', from: null, to: '1', events: [event('b', 0)] }, slow),
    ]);
    expect(order).toEqual(['begin a-0', 'end a-0', 'begin b-0', 'end b-0']);
  });
});
