import { describe, expect, it } from '@jest/globals';
import { openMemoryStore } from '@duban/event-store-memory';
import { openLease } from './lease.ts';
import { leaseTurn } from './lease-turn.ts';

const TERM = 60_000;

const scene = () => {
  const store = openMemoryStore();
  const time = { now: Date.parse('2026-03-05T09:00:00+08:00'), waited: [] as number[] };
  const of = (holder: string) =>
    leaseTurn({
      lease: openLease('relay', { store, clock: { now: () => time.now }, holder, termMs: TERM }),
      waitTowards: async (until) => {
        time.waited.push(until);
      },
    });
  const taken = async (): Promise<number> =>
    (await store.readStream('lease-relay')).events.filter(({ type }) => type === 'LeaseTaken').length;
  return { time, of, taken, signal: new AbortController().signal };
};

describe('a turn by lease', () => {
  it('is taken once, held without writing, and renewed when half of the term is gone', async () => {
    const { time, of, taken, signal } = scene();
    const a = of('a');
    expect([await a.hold(signal), await a.hold(signal), await taken()]).toEqual(['taken', 'held', 1]);
    time.now += TERM / 2;
    expect([await a.hold(signal), await taken()]).toEqual(['held', 2]);
  });

  it('makes others wait, and is theirs when it has run out or was given back', async () => {
    const { time, of, signal } = scene();
    const [a, b] = [of('a'), of('b')];
    await a.hold(signal);
    expect(await b.hold(signal)).toBe('waited');
    expect(time.waited).toEqual([time.now + TERM]);
    time.now += TERM;
    expect([await b.hold(signal), await a.hold(signal)]).toEqual(['taken', 'waited']);
    await b.giveBack();
    expect(await a.hold(signal)).toBe('taken');
  });

  it('has to be taken anew after it has run out', async () => {
    const { time, of, taken, signal } = scene();
    const a = of('a');
    await a.hold(signal);
    time.now += TERM * 10;
    expect([await a.hold(signal), await taken()]).toEqual(['taken', 2]);
  });
});
