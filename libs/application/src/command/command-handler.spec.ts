import { describe, expect, it } from '@jest/globals';
import type { Clock } from '@duban/kernel';
import { createMemoryLog, openMemoryStore } from '@duban/event-store-memory';
import { clockOn } from '@duban/testing';
import { commandHandler } from './command-handler.ts';
import { add, tallyKind } from './tally.fixture.ts';

const log = createMemoryLog();
const openOn = (onLog = createMemoryLog(), clock: Clock = clockOn('2026-03-05')) => {
  const store = openMemoryStore({ log: onLog });
  const pauses: number[] = [];
  const pause = async (attempt: number): Promise<void> => {
    pauses.push(attempt);
  };
  return {
    store,
    pauses,
    handle: commandHandler({ store, pause, clock }, tallyKind, { cachedStreams: 8, attempts: 4 }),
  };
};

const streamOf = async (store: ReturnType<typeof openMemoryStore>) =>
  (await store.readStream('tally-1')).events;

describe('commandHandler', () => {
  it('writes what was decided and says where', async () => {
    const { store, handle } = openOn();
    const outcome = await handle(add(3, 'c1'));
    const [event] = await streamOf(store);
    expect(outcome).toEqual({
      outcome: 'accepted',
      revision: 0,
      position: event?.position,
      events: [{ type: 'Added', id: event?.id }],
      replayed: false,
    });
    expect(event?.metadata).toMatchObject({ commandId: 'c1', correlationId: 'c1', causationId: 'c1' });
  });

  it('answers a repeated command with its first answer and writes nothing', async () => {
    const { store, handle } = openOn();
    const first = await handle(add(3, 'c1'));
    await handle(add(2, 'c2'));
    expect(await handle(add(3, 'c1'))).toEqual({ ...first, replayed: true });
    expect(await streamOf(store)).toHaveLength(2);
  });

  it('answers a repeat even where the rules would refuse it by now', async () => {
    const { handle } = openOn();
    const first = await handle(add(8, 'c1'));
    expect(await handle(add(8, 'c1'))).toEqual({ ...first, replayed: true });
  });

  it('refuses a command id that comes back with another body', async () => {
    const { store, handle } = openOn();
    await handle(add(3, 'c1'));
    expect(await handle(add(4, 'c1'))).toEqual({ outcome: 'key-reused' });
    expect(await handle(add(9, 'c1'))).toEqual({ outcome: 'key-reused' });
    expect(await streamOf(store)).toHaveLength(1);
  });

  it('gives a refusal as a value with the revision it was decided on', async () => {
    const { handle } = openOn();
    await handle(add(8, 'c1'));
    expect(await handle(add(3, 'c2'))).toEqual({
      outcome: 'rejected',
      rejected: 'tally.full',
      details: { sum: 8 },
      revision: 0,
    });
  });

  it('says that there was nothing to do', async () => {
    const { handle } = openOn();
    expect(await handle(add(0, 'c1'))).toMatchObject({ outcome: 'nothing-to-do', revision: null });
  });

  it('decides on the given revision or not at all', async () => {
    const { handle } = openOn();
    await handle(add(1, 'c1'));
    expect(await handle(add(1, 'c2', { ifRevision: 7 }))).toEqual({
      outcome: 'revision-conflict',
      currentRevision: 0,
    });
    expect(await handle(add(1, 'c3', { ifRevision: 0 }))).toMatchObject({ outcome: 'accepted', revision: 1 });
    expect(await handle(add(1, 'c3', { ifRevision: 0 }))).toMatchObject({
      outcome: 'accepted',
      replayed: true,
    });
  });

  it('decides afresh after a lost race with another process', async () => {
    const shared = createMemoryLog();
    const [one, other] = [openOn(shared), openOn(shared)];
    await one.handle(add(5, 'c1'));
    await other.handle(add(4, 'c2'));
    expect(await one.handle(add(1, 'c3'))).toMatchObject({ outcome: 'accepted', revision: 2 });
    expect(one.pauses).toEqual([1]);
  });

  it('dates the decision anew after a lost race: it is written on the day on which it is taken', async () => {
    const shared = createMemoryLog();
    let now = Date.parse('2026-03-05T15:59:59.999Z');
    const ticking = {
      now: () => {
        now += 1;
        return now - 1;
      },
    };
    const [one, other] = [openOn(shared, ticking), openOn(shared)];
    await one.handle(add(5, 'c1'));
    await other.handle(add(4, 'c2'));
    await one.handle(add(1, 'c3'));
    const [first, , third] = await streamOf(one.store);
    expect(first?.metadata).toMatchObject({ envelope: 1, decidedAt: '2026-03-05T15:59:59.999Z' });
    // The try at .000 lost its race.
    expect(third?.metadata.decidedAt).toBe('2026-03-05T16:00:00.001Z');
  });

  it('carries decision, mandate and paper into the envelope, and refuses what their schema does not know', async () => {
    const { handle, store } = openOn();
    const decision = { body: 'cq-cc', form: 'circulation', on: '2026-03-04' } as const;
    const mandate = { id: 'm-1', revision: 3 };
    await handle(add(1, 'c1', { decision, mandate }));
    const [event] = await streamOf(store);
    expect(event?.metadata).toMatchObject({ decision, mandate });
    expect(event?.metadata).not.toHaveProperty('paper');
    const unknown = { ...mandate, by: 'nobody' } as typeof mandate;
    await expect(handle(add(1, 'c2', { mandate: unknown }))).rejects.toMatchObject({ code: 'event.schema' });
    expect(await streamOf(store)).toHaveLength(1);
  });

  it('takes the same key with another decision for another command', async () => {
    const { handle } = openOn();
    const decision = { body: 'cq-cc', form: 'meeting', on: '2026-03-04' } as const;
    await handle(add(1, 'c1', { decision }));
    expect(await handle(add(1, 'c1', { decision: { ...decision, on: '2026-03-05' } }))).toEqual({
      outcome: 'key-reused',
    });
  });

  it('never refuses on a state that another process has moved on', async () => {
    const shared = createMemoryLog();
    const [one, other] = [openOn(shared), openOn(shared)];
    await one.handle(add(6, 'c1'));
    await other.handle(add(-4, 'c2'));
    expect(await one.handle(add(8, 'c3'))).toMatchObject({ outcome: 'accepted', revision: 2 });
  });

  it('keeps the sum right when 200 commands race through two processes', async () => {
    const [one, other] = [openOn(log), openOn(log)];
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, async (_, n) =>
        (n % 2 === 0 ? one : other).handle({ ...add(1, `race-${n}`) }),
      ),
    );
    const accepted = outcomes.filter(({ outcome }) => outcome === 'accepted');
    expect(accepted).toHaveLength(10);
    expect(await streamOf(one.store)).toHaveLength(10);
  });
});
