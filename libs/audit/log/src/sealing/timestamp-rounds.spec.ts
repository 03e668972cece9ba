import { describe, expect, it } from '@jest/globals';
import type { SealedCheckpoint } from '../tile-store.port.ts';
import { fire, withHeldTimers } from './held-timers.fixture.ts';
import { timestampRounds } from './timestamp-rounds.ts';

const HOUR_MS = 3_600_000;
const checkpoint: SealedCheckpoint = {
  size: 3,
  root: new Uint8Array(32),
  note: 'log\n3\n\n— log AAAAAAA=\n',
};

/** Rounds over an authority that is away, or over a checkpoint that is stamped already. */
const rounds = (isStamped: boolean, everyMs = HOUR_MS) => {
  const all = { asked: 0, rounds: 0, isStamped };
  let ended: () => void = () => undefined;
  const made = timestampRounds(
    { url: 'http://tsa.example/', everyMs },
    {
      store: {
        latestCheckpoint: () => checkpoint,
        hasTimestamp: () => all.isStamped,
        addTimestamp: () => undefined,
      },
      send: () => {
        all.asked += 1;
        return Promise.reject(new Error('down'));
      },
      onRound: () => {
        all.rounds += 1;
        ended();
      },
    },
  );
  const round = () => new Promise<void>((resolve) => (ended = resolve));
  return { ...made, all, round };
};
const waits = (held: readonly { ms: number }[]) => held.map(({ ms }) => Math.ceil(ms / 1_000));

describe('rounds of the time-stamp authority', () => {
  it('begin at once, once, and then no more often than is set', () =>
    withHeldTimers(async (held) => {
      const { wake, round, fault, all } = rounds(true);
      wake();
      wake();
      expect(waits(held)).toEqual([0]);
      const first = round();
      fire(held);
      await first;
      expect([all.rounds, all.asked, fault(), held]).toEqual([1, 0, null, []]);
      wake();
      expect(waits(held)).toEqual([3_600]);
    }));

  it('come again within a minute where the authority was away, and forget that when it is back', () =>
    withHeldTimers(async (held) => {
      const { wake, round, fault, all } = rounds(false);
      wake();
      const first = round();
      fire(held);
      await first;
      expect(fault()).toMatchObject({
        code: 'audit.tsa-unreachable',
        message: expect.stringContaining('tsa.example'),
      });
      expect([all.asked, waits(held)]).toEqual([1, [60]]);
      all.isStamped = true;
      const second = round();
      fire(held);
      await second;
      expect([all.rounds, fault(), held]).toEqual([2, null, []]);
    }));

  it('come again as soon as they may where that is sooner', () =>
    withHeldTimers(async (held) => {
      const { wake, round } = rounds(false, 5_000);
      wake();
      const first = round();
      fire(held);
      await first;
      expect(waits(held)).toEqual([5]);
    }));

  it('are none without an authority, and none after the end', () =>
    withHeldTimers(async (held) => {
      const none = timestampRounds(null, {
        store: { latestCheckpoint: () => null, hasTimestamp: () => false, addTimestamp: () => undefined },
        onRound: () => undefined,
      });
      none.wake();
      none.stop();
      const { wake, stop } = rounds(false);
      wake();
      expect(held).toHaveLength(1);
      stop();
      wake();
      expect(held).toEqual([]);
      const stopped = rounds(false);
      stopped.stop();
      stopped.wake();
      expect(held).toEqual([]);
      return Promise.resolve();
    }));
});
