import { comparePositions, hasCode, LOG_START, type Position } from '@duban/kernel';
import { describe, expect, it } from '@jest/globals';
import type { EventStore } from '@duban/event-store';
import type { FaultKind } from '../../../../test/setup/esdb/double-control.ts';
import { command, newStream, revisionsIn, setUpBench, PATIENT } from './esdb.fixture.ts';

const KINDS: readonly FaultKind[] = [
  'cut',
  'cut-midway',
  'silence',
  'error',
  'not-leader',
  'not-leader-unnamed',
];

const wholeLog = async (store: EventStore): Promise<readonly number[]> => {
  const indexes: number[] = [];
  let after: Position = LOG_START;
  while (comparePositions(after, await store.head()) < 0) {
    const page = await store.readLog({ after, limit: 7 });
    indexes.push(...page.events.map(({ data }) => Number(data['index'])));
    after = page.next;
  }
  return indexes;
};

describe('a read', () => {
  const { double, open } = setUpBench();

  // A3a: reads have no deadline, and only some errors reset the connection.
  it.each(KINDS)('is whole although the server fails by "%s"', async (kind) => {
    const store = await open();
    const stream = newStream();
    await store.append(stream, command(20), 'no-stream');
    const all = Array.from({ length: 20 }, (_, index) => index);
    await double().fault({ on: 'read', kind });
    expect(await revisionsIn(store, stream)).toEqual(all);
    await double().fault({ on: 'read', kind, times: 3, every: 2 });
    expect(await wholeLog(store)).toEqual(all);
    const commandId = (await store.readStream(stream, { limit: 1 })).events[0]?.metadata.commandId ?? '';
    await double().fault({ on: 'read', kind });
    expect(await store.findCommand(stream, commandId)).toHaveLength(20);
  });

  // The client takes its own cancellation of a read for the end of the page.
  it('is not cut short by the replacement of the client', async () => {
    const store = await open();
    const stream = newStream();
    await store.append(stream, command(100, '督'.repeat(300)), 'no-stream');
    await double().fault({ on: 'append', kind: 'silence' });
    const answered = { yet: false };
    const append = store.append(newStream(), command(), 'no-stream').finally(() => {
      answered.yet = true;
    });
    const lengths = new Set<number>();
    const readOn = async () => {
      while (!answered.yet) lengths.add((await revisionsIn(store, stream)).length);
    };
    await Promise.all([append, readOn(), readOn(), readOn(), readOn()]);
    expect([...lengths]).toEqual([100]);
    expect(store.health().clientsReplaced).toBeGreaterThan(0);
  });

  it('that is under way when the store is closed is refused, never cut short', async () => {
    const store = await open();
    const stream = newStream();
    await store.append(stream, command(400, '督'.repeat(300)), 'no-stream');
    const reads = Array.from({ length: 6 }, () =>
      revisionsIn(store, stream).then(
        ({ length }) => length,
        (error: unknown) => (hasCode(error, 'log.closed') ? 400 : error),
      ),
    );
    await store.close();
    expect(await Promise.all(reads)).toEqual(reads.map(() => 400));
  });

  it('says that the server does not answer when patience ends', async () => {
    const store = await open({ timeouts: { idleMs: 100, patienceMs: 250 } });
    await double().fault({ on: 'read', kind: 'silence', times: null });
    await expect(store.readStream('case-1')).rejects.toMatchObject({ code: 'log.unavailable' });
    await expect(store.head()).rejects.toMatchObject({ code: 'log.unavailable' });
  });

  // E38: pages are bounded in bytes, too.
  it('ends a page early rather than hold too much text', async () => {
    const store = await open({ timeouts: PATIENT });
    const stream = newStream();
    for (let number = 0; number < 10; number += 1) {
      await store.append(stream, command(1, 'x'.repeat(1_000_000)), number === 0 ? 'no-stream' : number - 1);
    }
    const seen: number[] = [];
    let from: number | null = 0;
    let pages = 0;
    while (from !== null) {
      const page = await store.readStream(stream, { from });
      seen.push(...page.events.map(({ revision }) => revision));
      from = page.next;
      pages += 1;
    }
    expect(seen).toEqual(Array.from({ length: 10 }, (_, index) => index));
    expect(pages).toBeGreaterThan(1);
  }, 90_000);

  it('backwards from beyond the end begins at the end', async () => {
    const store = await open();
    const stream = newStream();
    await store.append(stream, command(3), 'no-stream');
    const page = await store.readStream(stream, { from: 50, direction: 'backwards', limit: 2 });
    expect([page.events.map(({ revision }) => revision), page.next]).toEqual([[2, 1], 0]);
  });

  // E17, E20: events of others move a reader on, also past the last one of ours.
  it('passes what the server and other systems write', async () => {
    const store = await open();
    const [event] = await store
      .append(newStream(), command(), 'no-stream')
      .then((result) => ('events' in result ? result.events : []));
    for (let number = 0; number < 30; number += 1) {
      await double().tell({ do: 'write', stream: `$stats-${number}`, type: '$statsCollected', data: '{}' });
      await double().tell({ do: 'write', stream: 'shop-2', type: 'ItemAssigned', data: '{"not":"ours"}' });
    }
    expect(await store.head()).toBe(event?.position);
    const page = await store.readLog();
    expect(page.events).toEqual([event]);
    expect(comparePositions(page.next, await store.head())).toBeGreaterThan(0);
    expect(await store.readLog({ after: page.next })).toEqual({ events: [], next: page.next });
    await store.append(newStream(), command(), 'no-stream');
    expect((await store.readLog({ after: page.next })).events).toHaveLength(1);
  });

  it('finds commands back to the depth it was given', async () => {
    const streamPrefix = 'deep.';
    const writer = await open({ streamPrefix });
    const stream = newStream();
    const commands = Array.from({ length: 6 }, () => command(200));
    for (const [number, events] of commands.entries()) {
      await writer.append(stream, events, number === 0 ? 'no-stream' : number * 200 - 1);
    }
    const reader = await open({ streamPrefix, searchDepth: 600 });
    const idOf = (number: number) => commands[number]?.[0]?.metadata.commandId ?? '';
    expect(await reader.findCommand(stream, idOf(5))).toHaveLength(200);
    // 1,024 events in two pages: the command that the depth cuts in two is not known by half.
    expect(await reader.findCommand(stream, idOf(1))).toHaveLength(200);
    expect(await reader.findCommand(stream, idOf(0))).toEqual([]);
  });
});

describe('a log that somebody tampered with', () => {
  const { double, open } = setUpBench();

  it('is reported where events of a stream are missing', async () => {
    const streamPrefix = 'cut.';
    const store = await open({ streamPrefix });
    await store.append('case-1', command(5), 'no-stream');
    await double().tell({ do: 'truncate', stream: 'cut.case-1', before: 2 });
    await expect(store.readStream('case-1')).rejects.toMatchObject({ code: 'log.unavailable' });
  });

  it('is reported where a stream of ours holds what is not ours', async () => {
    const store = await open({ streamPrefix: 'foreign.' });
    await double().tell({ do: 'write', stream: 'foreign.case-1', type: 'CaseOpened', data: '{}' });
    await expect(store.readStream('case-1')).rejects.toMatchObject({ code: 'log.unavailable' });
    await expect(store.readLog()).rejects.toMatchObject({ code: 'log.unavailable' });
  });

  it('is reported where an older copy was put back', async () => {
    await double().tell({ do: 'reset' });
    const store = await open({ timeouts: { patienceMs: 700 } });
    await store.append(newStream(), command(2), 'no-stream');
    await store.append(newStream(), command(2), 'no-stream');
    const head = await store.head();
    await double().tell({ do: 'roll-back', records: 5 });
    await expect(store.readLog({ after: head })).rejects.toMatchObject({ code: 'log.older-than-reader' });
    expect(comparePositions(await store.head(), head)).toBeLessThan(0);
  });

  // A leader that was stopped for some seconds wakes up and answers with the end that it had.
  it('is not reported where the log only shows an older end for a while', async () => {
    await double().tell({ do: 'reset' });
    const store = await open();
    await store.append(newStream(), command(2), 'no-stream');
    await store.append(newStream(), command(2), 'no-stream');
    const head = await store.head();
    await double().tell({ do: 'show', records: 5 });
    const answers = Promise.all([store.readLog({ after: head }), store.head()]);
    const fresh = await open();
    await fresh.readLog();
    await double().tell({ do: 'show', records: null });
    expect(await answers).toEqual([{ events: [], next: head }, head]);
    expect(store.health().status).not.toBe('unavailable');
  });

  it('refuses positions of another kind of log', async () => {
    const store = await open();
    const after = 'n1.00000000000000000001' as Position;
    await expect(store.readLog({ after })).rejects.toThrow('position.mixed-formats');
  });
});
