import { describe, expect, it } from '@jest/globals';
import { CodedError, type Position } from '@duban/kernel';
import type { RawLog } from '../open-audit-log.ts';
import type { SealedCheckpoint, TileStore } from '../tile-store.port.ts';
import { fire, withHeldTimers } from './held-timers.fixture.ts';
import { faultOf, SealingLoop } from './sealing-loop.ts';
import type { SealingReport } from './sealing-protocol.ts';

const checkpoint = (size: number): SealedCheckpoint => ({ size, root: new Uint8Array(32), note: '' });
type Answer = 'busy' | 'seals' | Error;

const readerAt = (head: () => number): RawLog => ({
  head: () => Promise.resolve(`fake1.${String(head())}` as Position),
  readLog: () => Promise.reject(new Error('not read here')),
  readStream: () => Promise.reject(new Error('not read here')),
});

/** A log of `appended` events whose sealer answers as told, and seals when nothing else is told. */
const aLoop = (...answers: Answer[]) => {
  const all = { appended: 3, sealed: 0, tries: 0, clock: 100, reports: [] as SealingReport[] };
  const trySeal = () => {
    all.tries += 1;
    const answer = answers.shift() ?? 'seals';
    if (answer instanceof Error) return Promise.reject(answer);
    if (answer === 'busy') return Promise.resolve(answer);
    all.sealed = all.appended;
    return Promise.resolve(checkpoint(all.sealed));
  };
  const latestCheckpoint = () => (all.sealed === 0 ? null : checkpoint(all.sealed));
  const loop = new SealingLoop({
    log: { trySeal, tryPrepare: trySeal, store: { latestCheckpoint } as TileStore },
    part: 'alone',
    reader: readerAt(() => all.appended),
    gatherMs: 20,
    now: () => (all.clock += 1),
    onReport: (report) => all.reports.push(report),
  });
  return { loop, all };
};

const quiet = { waitingSince: null, fault: null, witnessFault: null, timestampFault: null };

describe('the sealing loop', () => {
  it('seals what is there and reports it, and nothing twice', async () => {
    const { loop, all } = aLoop();
    expect(loop.report()).toEqual({ sealedSize: 0, ...quiet });
    await loop.seal();
    await loop.seal();
    expect([all.tries, all.reports]).toEqual([1, [{ sealedSize: 3, ...quiet }]]);
    all.appended = 5;
    await loop.seal();
    expect([all.tries, loop.report()]).toEqual([2, { sealedSize: 5, ...quiet }]);
  });

  it('gathers what is appended within one wait under one checkpoint', () =>
    withHeldTimers(async (held) => {
      const { loop, all } = aLoop();
      loop.wake();
      loop.wake();
      expect(held.map(({ ms }) => ms)).toEqual([20]);
      all.appended = 4;
      fire(held);
      loop.wake();
      expect(held.map(({ ms }) => ms)).toEqual([20]);
      await loop.seal();
      expect([all.tries, all.sealed]).toEqual([1, 4]);
      await loop.stop();
    }));

  it('tries again soon where somebody else is sealing, and says since when something waits', () =>
    withHeldTimers(async (held) => {
      const { loop, all } = aLoop('busy', 'busy');
      await loop.seal();
      expect([held.map(({ ms }) => ms), all.reports]).toEqual([[50], []]);
      expect(loop.report()).toMatchObject({ sealedSize: 0, waitingSince: 101 });
      await loop.seal();
      expect(held).toHaveLength(1);
      expect(loop.report().waitingSince).toBe(101);
      fire(held);
      await loop.seal();
      expect(all.reports).toEqual([{ sealedSize: 3, ...quiet }]);
      await loop.stop();
      expect(held).toEqual([]);
    }));

  it('says why it could not seal, waits a while, and seals the same head when it can', () =>
    withHeldTimers(async (held) => {
      const { loop, all } = aLoop('seals', new CodedError('audit.fork', 'two histories'), new Error('odd'));
      await loop.seal();
      all.appended = 4;
      await loop.seal();
      const fault = { code: 'audit.fork', message: expect.stringContaining('two histories') };
      expect(all.reports.at(-1)).toEqual({ ...quiet, sealedSize: 3, waitingSince: 102, fault });
      expect(held.map(({ ms }) => ms)).toEqual([5_000]);
      loop.wake();
      expect(held).toHaveLength(1);
      await loop.seal();
      expect(loop.report().fault).toEqual({ code: 'internal', message: 'odd' });
      await loop.seal();
      expect(all.reports.at(-1)).toEqual({ sealedSize: 4, ...quiet });
    }));

  it('looks at the log again after a fault, even where it has gone back to what was sealed', async () =>
    withHeldTimers(async () => {
      const { loop, all } = aLoop('seals', new Error('read only'));
      await loop.seal();
      all.appended = 4;
      await loop.seal();
      all.appended = 3;
      await loop.seal();
      expect([all.tries, loop.report().fault]).toEqual([3, null]);
    }));

  it('seals what is left when it is told to stop, and starts nothing afterwards', () =>
    withHeldTimers(async (held) => {
      const { loop, all } = aLoop();
      loop.wake();
      await loop.stop();
      expect([all.tries, held]).toEqual([1, []]);
      const failing = aLoop(new Error('disk full'));
      await failing.loop.stop();
      expect([failing.all.tries, held]).toEqual([1, []]);
    }));
});

it('gives every fault a code and a text', () => {
  expect(faultOf(new CodedError('audit.fork', 'x'))).toMatchObject({ code: 'audit.fork' });
  expect(faultOf(new Error('x'))).toEqual({ code: 'internal', message: 'x' });
  expect(faultOf('x')).toEqual({ code: 'internal', message: 'x' });
});

describe('where one signs for others', () => {
  const leafOf = (type: string) => ({ entry: JSON.stringify({ type }) });

  /** The signer follows behind the appends, and signs when it is told to. */
  const parted = (part: 'signer' | 'follower', behind: string[] = []) => {
    const all = { signed: 0, prepared: 0, head: 1, clock: 100, behind, from: [] as number[] };
    const store = {
      latestCheckpoint: () => checkpoint(5),
      leaves: (from: number) => {
        all.from.push(from);
        return all.behind.map(leafOf);
      },
    } as unknown as TileStore;
    const loop = new SealingLoop({
      log: {
        trySeal: () => {
          all.signed += 1;
          return Promise.resolve(checkpoint(5));
        },
        tryPrepare: () => {
          all.prepared += 1;
          return Promise.resolve(checkpoint(5));
        },
        store,
      },
      part,
      reader: readerAt(() => all.head),
      gatherMs: 20,
      now: () => (all.clock += 1),
      onReport: () => undefined,
    });
    return { loop, all };
  };
  const counts = ({ signed, prepared }: { signed: number; prepared: number }) => [signed, prepared];

  it('the signer only prepares by itself, and signs the same head as often as it is told to', () =>
    withHeldTimers(async (held) => {
      const { loop, all } = parted('signer');
      loop.wake();
      fire(held);
      await loop.stop();
      expect(counts(all)).toEqual([0, 1]);
      await loop.seal();
      await loop.seal();
      expect(counts(all)).toEqual([2, 1]);
      all.head = 2;
      await loop.stop();
      expect(counts(all)).toEqual([2, 2]);
    }));

  it('a follower takes what was signed elsewhere, once for each head', async () => {
    const { loop, all } = parted('follower');
    await loop.seal();
    await loop.seal();
    expect(counts(all)).toEqual([1, 0]);
  });

  it('something waits while there is news behind the newest head, since it was first seen', async () => {
    const { loop, all } = parted('follower', ['LeaseTaken', 'ItemAssigned']);
    await loop.seal();
    expect([loop.report().waitingSince, all.from]).toEqual([101, [5]]);
    all.head = 2;
    await loop.seal();
    expect(loop.report().waitingSince).toBe(101);
    [all.head, all.behind] = [3, ['LeaseTaken']];
    await loop.seal();
    expect(loop.report().waitingSince).toBeNull();
  });
});
