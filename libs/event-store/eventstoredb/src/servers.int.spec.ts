import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { selfSigned } from '../../../../test/setup/esdb/self-signed.ts';
import {
  type DoubleOptions,
  type EsdbDouble,
  startEsdbDouble,
} from '../../../../test/setup/esdb/start-esdb-double.ts';
import { until } from '@duban/testing';
import { command, newStream, revisionsIn } from './esdb.fixture.ts';
import { type EventStoreDb, openEventStoreDb } from './open-eventstoredb.ts';

const timeouts = { appendMs: 400, idleMs: 400, patienceMs: 1_000, longestPauseMs: 50, watchMs: 500 };
const started: EsdbDouble[] = [];
const opened: EventStoreDb[] = [];

const start = async (options: DoubleOptions = {}): Promise<EsdbDouble> => {
  const double = await startEsdbDouble(options);
  started.push(double);
  return double;
};

const open = async (double: EsdbDouble, patienceMs = 10_000): Promise<EventStoreDb> => {
  const connectionString = double.connectionString({ gossipTimeout: 1 });
  const store = await openEventStoreDb({ connectionString, timeouts: { ...timeouts, patienceMs } });
  opened.push(store);
  return store;
};

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await Promise.all(started.splice(0).map((double) => double.stop()));
});

describe('a server', () => {
  it('that is not there is reported, and the process lives', async () => {
    const double = await start();
    await double.kill();
    await expect(open(double, 300)).rejects.toMatchObject({ code: 'log.unavailable' });
  });

  it('that comes later is waited for', async () => {
    const double = await start();
    await double.kill();
    const store = open(double);
    await double.restart();
    expect(await (await store).append(newStream(), command(), 'no-stream')).toMatchObject({
      outcome: 'appended',
    });
  });

  it('that refuses the user is reported at once', async () => {
    const double = await start();
    await double.fault({ on: 'read', kind: 'error', code: 'UNAUTHENTICATED', times: null });
    await expect(open(double)).rejects.toMatchObject({ code: 'log.access-denied' });
  });

  // The client keeps a failed look at the features of the server for ever.
  it('whose features cannot be asked for at first is written to', async () => {
    const double = await start();
    await double.fault({ on: 'features', kind: 'error', code: 'DEADLINE_EXCEEDED', times: 2 });
    const store = await open(double);
    expect(await store.append(newStream(), command(), 'no-stream')).toMatchObject({ outcome: 'appended' });
    expect(store.health().clientsReplaced).toBeGreaterThan(0);
  });

  it('that is older than 22.6 is refused', async () => {
    const store = await open(await start({ hidesPositions: true }));
    await expect(store.append(newStream(), command(), 'no-stream')).rejects.toMatchObject({
      code: 'log.server-too-old',
    });
  });

  it('is the only one of its process', async () => {
    const [one, two] = [await start(), await start()];
    await open(one);
    await expect(open(two)).rejects.toMatchObject({ code: 'log.second-server' });
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await open(two);
  });
});

describe('a server that demands TLS and a user', () => {
  const SECRET = 'geheim7';
  const secured = { ...selfSigned(), user: `ops:${SECRET}` };
  const folder = mkdtempSync(join(tmpdir(), 'duban-tls-'));
  const tlsCAFile = join(folder, 'ca.pem');
  writeFileSync(tlsCAFile, secured.certificate);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const reach = async (settings: Record<string, string>, user: string, options: DoubleOptions = {}) => {
    const double = await start({ secured, ...options });
    const connectionString = double.connectionString({ tls: 'true', ...settings }, user);
    const store = await openEventStoreDb({ connectionString, timeouts: { ...timeouts, patienceMs: 500 } });
    opened.push(store);
    return store;
  };

  it.each([
    ['with BatchAppend', {}],
    ['without BatchAppend, in a cluster', { batchAppend: false, members: 2 }],
  ])('is written to and read as this user, %s', async (_name, options) => {
    const store = await reach({ tlsCAFile }, secured.user, options);
    const stream = newStream();
    expect(await store.append(stream, command(2), 'no-stream')).toMatchObject({ outcome: 'appended' });
    expect(await revisionsIn(store, stream)).toEqual([0, 1]);
    await until(() => store.health().status === 'ok');
  });

  it.each([
    ['another password', { tlsCAFile }, `ops:not-${SECRET}`, 'log.access-denied'],
    ['no user', { tlsCAFile }, '', 'log.access-denied'],
    ['a certificate that nobody vouches for', {}, secured.user, 'log.unavailable'],
    ['no TLS', { tls: 'false' }, secured.user, 'log.unavailable'],
  ])('refuses %s, and no word of the password is told', async (_name, settings, user, code) => {
    const error: unknown = await reach(settings, user).catch((refused: unknown) => refused);
    expect(error).toMatchObject({ code });
    const told = inspect(error, { depth: 20, showHidden: true });
    expect(told).not.toContain(SECRET);
    expect(told).not.toMatch(/authorization|basic /i);
  });
});

describe('a cluster', () => {
  it('is written to through its leader, whoever that is', async () => {
    const double = await start({ members: 3 });
    const store = await open(double);
    const stream = newStream();
    for (const [revision, leader] of [0, 2, 1, 0].entries()) {
      await double.tell({ do: 'elect', leader });
      const expected = revision === 0 ? 'no-stream' : revision - 1;
      expect(await store.append(stream, command(), expected)).toMatchObject({
        outcome: 'appended',
        revision,
      });
    }
    expect(await revisionsIn(store, stream)).toEqual([0, 1, 2, 3]);
  });

  it('may be reached through a follower alone', async () => {
    const double = await start({ members: 2 });
    await double.tell({ do: 'elect', leader: 1 });
    const connectionString = double.connectionString().replace(/,[\d.:]+/, '');
    const store = await openEventStoreDb({ connectionString, timeouts: { ...timeouts, patienceMs: 10_000 } });
    opened.push(store);
    expect(await store.append(newStream(), command(), 'no-stream')).toMatchObject({ outcome: 'appended' });
  });
});
