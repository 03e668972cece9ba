import { describe, expect, it } from '@jest/globals';
import { Backoff } from './backoff.ts';
import { Gate } from './gate.ts';
import { HistoryShelf } from './history-shelf.ts';
import { Lanes } from './lanes.ts';

const turn = () => new Promise(setImmediate);

describe('lanes', () => {
  it('keep the order within a name, also after a failure, and none between names', async () => {
    const lanes = new Lanes();
    const log: string[] = [];
    const task = (name: string, turns: number) => async () => {
      for (let count = 0; count < turns; count += 1) await turn();
      log.push(name);
      if (name === 'a1') throw new RangeError('a1');
    };
    const failed = lanes.run('a', task('a1', 3));
    const second = lanes.run('a', task('a2', 0));
    await lanes.run('b', task('b1', 0));
    await expect(failed).rejects.toThrow('a1');
    await second;
    expect(log).toEqual(['b1', 'a1', 'a2']);
  });

  it('are drained when all that was begun has ended, and forgotten then', async () => {
    const lanes = new Lanes();
    let ended = 0;
    for (let count = 0; count < 5; count += 1) {
      void lanes.run(`s${count % 2}`, async () => {
        await turn();
        ended += 1;
      });
    }
    await lanes.drained();
    expect(ended).toBe(5);
    await turn();
    expect(lanes.busy).toBe(false);
  });
});

describe('a gate', () => {
  it('lets no more in than it is wide', async () => {
    const gate = new Gate(3);
    let most = 0;
    const tasks = Array.from({ length: 20 }, (_, index) =>
      gate
        .pass(async () => {
          most = Math.max(most, gate.inside);
          await turn();
          if (index % 2 === 0) throw new RangeError('on purpose');
        })
        .catch(() => undefined),
    );
    await Promise.all(tasks);
    expect([most, gate.inside]).toEqual([3, 0]);
  });
});

describe('a backoff', () => {
  it('grows up to its bound, with chance, and begins anew after a success', () => {
    const backoff = new Backoff(1_000);
    const pauses = Array.from({ length: 30 }, () => backoff.nextMs());
    expect(pauses.every((ms) => ms > 0 && ms <= 1_000)).toBe(true);
    expect(Math.min(...pauses.slice(10))).toBeGreaterThanOrEqual(500);
    expect(new Set(pauses.slice(10)).size).toBeGreaterThan(1);
    backoff.succeeded();
    expect(backoff.nextMs()).toBeLessThanOrEqual(20);
  });
});

describe('the shelf of histories', () => {
  it('forgets the streams that were used longest ago', () => {
    const shelf = new HistoryShelf();
    const first = shelf.of('case-0');
    for (let number = 1; number < 2_500; number += 1) {
      shelf.of(`case-${number}`);
      if (number === 1_000) shelf.of('case-0');
    }
    expect(shelf.of('case-0')).toBe(first);
    for (let number = 3_000; number < 5_500; number += 1) shelf.of(`case-${number}`);
    expect(shelf.of('case-0')).not.toBe(first);
  });
});
