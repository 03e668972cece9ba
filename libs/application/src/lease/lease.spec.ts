import { describe, expect, it } from '@jest/globals';
import type { EventStore } from '@duban/event-store';
import { openMemoryStore } from '@duban/event-store-memory';
import type { CaseCommands } from '../case/case-commands.ts';
import { fencedCommands, leasedJob } from './leased-job.ts';
import { openLease, type Lease } from './lease.ts';

const TERM = 60_000;
let now = Date.parse('2026-03-05T09:00:00+08:00');

const lease = (store: EventStore, holder: string): Lease =>
  openLease('worker', { store, clock: { now: () => now }, holder, termMs: TERM });

const epochs = async (store: EventStore): Promise<readonly unknown[]> =>
  (await store.readStream('lease-worker')).events.map(({ type, data }) => [
    type,
    data['epoch'],
    data['holder'],
  ]);

const isLost = { code: 'lease.lost' };

describe('a lease in the log', () => {
  it('is held by one, and taken over by another once its term is over', async () => {
    const store = openMemoryStore();
    const [a, b] = [lease(store, 'a'), lease(store, 'b')];
    expect(await a.claim()).toEqual({ outcome: 'taken', epoch: 1 });
    expect(await b.claim()).toEqual({ outcome: 'held', holder: 'a', until: now + TERM });
    now += TERM;
    expect(await b.claim()).toEqual({ outcome: 'taken', epoch: 2 });
    await expect(a.check()).rejects.toMatchObject(isLost);
    await b.check();
  });

  it('is got by one of many that claim at the same moment', async () => {
    const store = openMemoryStore();
    const claims = await Promise.all(['a', 'b', 'c', 'd'].map((name) => lease(store, name).claim()));
    expect(claims.filter(({ outcome }) => outcome === 'taken')).toHaveLength(1);
    expect(await epochs(store)).toHaveLength(1);
  });

  it('is renewed by work that takes long, under a new epoch', async () => {
    const store = openMemoryStore();
    const [a, b] = [lease(store, 'a'), lease(store, 'b')];
    await a.claim();
    now += TERM / 2;
    await a.check();
    now += TERM / 2;
    expect((await b.claim()).outcome).toBe('held');
    await a.check();
  });

  it('ends with its term even where nobody has taken it', async () => {
    const store = openMemoryStore();
    const a = lease(store, 'a');
    await a.claim();
    now += TERM;
    await expect(a.check()).rejects.toMatchObject(isLost);
  });

  it('is free when it was given back, and giving back what is lost changes nothing', async () => {
    const store = openMemoryStore();
    const [a, b] = [lease(store, 'a'), lease(store, 'b')];
    await a.claim();
    await a.release();
    await b.claim();
    await a.release();
    expect(await epochs(store)).toEqual([
      ['LeaseTaken', 1, 'a'],
      ['LeaseReleased', 1, 'a'],
      ['LeaseTaken', 2, 'b'],
    ]);
  });
});

describe('a job under a lease', () => {
  const { signal: never } = new AbortController();
  const job = (run: () => Promise<void>) => ({
    ...{ name: 'round', everyMs: 1, atMidnight: false },
    run: async () => {
      await run();
      return undefined;
    },
  });

  it('sends nothing once another process has taken over in the middle of its round', async () => {
    const store = openMemoryStore();
    const [a, b] = [lease(store, 'a'), lease(store, 'b')];
    const sent: string[] = [];
    const send: CaseCommands = async (caseId) => {
      sent.push(caseId);
      return { outcome: 'nothing-to-do', revision: null, position: await store.head() };
    };
    const cases = fencedCommands(send, a);
    const command = {
      type: 'NoteDeadlines',
      data: {},
      commandId: 'x',
      actor: { id: 's', role: 's', organ: 's' },
    } as const;
    const round = job(async () => {
      await cases('one', command);
      now += TERM;
      await b.claim();
      await cases('two', command);
    });
    const running = leasedJob(round, { lease: a, waitTowards: async () => true }).run(never);
    await expect(running).rejects.toMatchObject(isLost);
    expect(sent).toEqual(['one']);
    await b.check();
  });

  it('waits for the term of a holder that died, and stops waiting when told', async () => {
    const store = openMemoryStore();
    await lease(store, 'dead').claim();
    let ran = 0;
    const round = job(async () => {
      ran += 1;
    });
    await leasedJob(round, { lease: lease(store, 'b'), waitTowards: async () => false }).run(never);
    expect(ran).toBe(0);
    const waitTowards = async (until: number): Promise<boolean> => {
      now = until;
      return true;
    };
    await leasedJob(round, { lease: lease(store, 'b'), waitTowards }).run(never);
    expect(ran).toBe(1);
  });
});
