import { describe, expect, it } from '@jest/globals';
import { until } from '@duban/testing';
import type { EventStoreDbOptions } from './esdb-options.ts';
import { command, newStream, nextWake, setUpBench } from './esdb.fixture.ts';

/** No heartbeat within a test, so that only the subscription wakes. */
const heartbeatMs = 600_000;

describe('the subscription that wakes pollers', () => {
  const { double, open } = setUpBench();

  const two = async (timeouts: EventStoreDbOptions['timeouts'] = {}) => {
    const streamPrefix = `w${globalThis.crypto.randomUUID()}.`;
    const [store, other] = [
      await open({ streamPrefix, heartbeatMs, timeouts }),
      await open({ streamPrefix, heartbeatMs, timeouts }),
    ];
    await until(() => store.health().status === 'ok');
    return { store, other };
  };

  it('wakes for the appends of others', async () => {
    const { store, other } = await two();
    const woken = nextWake(store);
    await other.append(newStream(), command(), 'no-stream');
    await woken;
  });

  // E22: no resubscribe in the client; A3a: an error without a listener ends the process.
  it.each(['end', 'error'] as const)('is begun anew after an %s', async (how) => {
    const { store, other } = await two();
    const { subscriptionsBegun } = store.health();
    await double().tell({ do: 'drop-subscriptions', how });
    await until(
      () => store.health().subscriptionsBegun > subscriptionsBegun && store.health().status === 'ok',
    );
    const woken = nextWake(store);
    await other.append(newStream(), command(), 'no-stream');
    await woken;
  });

  it('is tried without end while the server refuses it', async () => {
    const { store, other } = await two();
    const { subscriptionsBegun } = store.health();
    await double().fault({ on: 'subscribe', kind: 'error', code: 'ABORTED', times: 24 });
    await double().tell({ do: 'drop-subscriptions', how: 'error' });
    await until(
      () => store.health().status === 'ok' && store.health().subscriptionsBegun > subscriptionsBegun,
    );
    const woken = nextWake(store);
    await other.append(newStream(), command(), 'no-stream');
    await woken;
    expect(store.health().subscriptionsBegun).toBeGreaterThan(subscriptionsBegun + 1);
  });

  // E16, E20: a subscription that stays open and brings nothing is found by comparing it with the head.
  it('is replaced when it falls behind the head without a word', async () => {
    const { store, other } = await two();
    const { subscriptionsBegun } = store.health();
    await double().tell({ do: 'mute', muted: true });
    await other.append(newStream(), command(), 'no-stream');
    await until(() => store.health().subscriptionsBegun > subscriptionsBegun);
    await double().tell({ do: 'mute', muted: false });
  });

  // E20: checkpoints move it on past what others write, so it is not taken for stalled.
  it('keeps up while only other systems write', async () => {
    const { store, other } = await two();
    for (let number = 0; number < 100; number += 1) {
      await double().tell({ do: 'write', stream: 'shop-3', type: 'OrderPlaced', data: '{}' });
    }
    const { subscriptionsBegun } = store.health();
    const woken = nextWake(store);
    await other.append(newStream(), command(), 'no-stream');
    await woken;
    expect(store.health().subscriptionsBegun).toBe(subscriptionsBegun);
  });

  it('comes back after the server was gone', async () => {
    const { store, other } = await two();
    await double().restart();
    await until(() => store.health().status === 'ok');
    const woken = nextWake(store);
    await other.append(newStream(), command(), 'no-stream');
    await woken;
  });

  // Once it lasts: a leader that wakes up shows an older end for a while.
  it('goes on from the new end when an older copy of the log was put back', async () => {
    const { store, other } = await two({ patienceMs: 500 });
    await other.append(newStream(), command(3), 'no-stream');
    const { subscriptionsBegun } = store.health();
    await double().tell({ do: 'roll-back', records: 1 });
    await until(
      () => store.health().subscriptionsBegun > subscriptionsBegun && store.health().status === 'ok',
    );
    const woken = nextWake(store);
    await other.append(newStream(), command(), 'no-stream');
    await woken;
  });

  it('is not needed for times to run forwards within a stream', async () => {
    const streamPrefix = 'apart.';
    const now = Date.UTC(2026, 2, 5);
    await double().tell({ do: 'mute', muted: true });
    const other = await open({ streamPrefix, heartbeatMs, clock: { now: () => now + 3_600_000 } });
    const store = await open({ streamPrefix, heartbeatMs, clock: { now: () => now } });
    const stream = newStream();
    await other.append(stream, command(), 'no-stream');
    await store.append(stream, command(), 'any');
    const times = (await store.readStream(stream)).events.map(({ metadata }) => metadata.recordedAt);
    expect(times).toEqual([times[0], times[0]]);
    await double().tell({ do: 'mute', muted: false });
  });

  it('brings the times of others along, so that ours do not run behind them', async () => {
    const streamPrefix = 'times.';
    const now = Date.UTC(2026, 2, 5);
    const [ahead, behind] = [{ now: () => now + 3_600_000 }, { now: () => now }];
    const other = await open({ streamPrefix, heartbeatMs, clock: ahead });
    const store = await open({ streamPrefix, heartbeatMs, clock: behind });
    await until(() => store.health().status === 'ok');
    const woken = nextWake(store);
    await other.append(newStream(), command(), 'no-stream');
    await woken;
    const result = await store.append(newStream(), command(), 'no-stream');
    expect('events' in result && result.events[0]?.metadata.recordedAt).toBe(
      new Date(ahead.now()).toISOString(),
    );
  });
});
