import { describe, expect, it } from '@jest/globals';
import { LOG_START } from '@duban/kernel';
import { command } from './esdb.fixture.ts';
import type { Kept } from './stored-form.ts';
import { StreamHistory } from './stream-history.ts';

/** Events of commands `a`, `b`, … as they follow each other in a stream: `aab` is two of a and one of b. */
const kept = (letters: string, from = 0): readonly Kept[] =>
  Array.from(letters).map((letter, index) => {
    const [event] = command();
    if (event === undefined) throw new Error('a command without events');
    const metadata = { ...event.metadata, commandId: letter, recordedAt: '2026-03-05T01:00:00.000Z' };
    return {
      event: { ...event, stream: 's', revision: from + index, position: LOG_START, metadata },
      writeId: `w-${letter}`,
    };
  });

const create = () => {
  const counted = { deeds: 0 };
  const history = new StreamHistory((deeds) => {
    counted.deeds += deeds;
  });
  return { history, counted };
};

describe('the history of a stream', () => {
  it('learns what follows on what it knows, and nothing twice or beyond a gap', () => {
    const { history, counted } = create();
    history.learn(kept('b', 5));
    expect([history.isKnown, history.tail]).toEqual([false, null]);
    history.learn(kept('aab'));
    history.learn(kept('abc', 1));
    history.learn(kept('d', 7));
    expect([history.isKnown, history.tail, history.size, counted.deeds]).toEqual([true, 3, 3, 3]);
    expect(history.find('a')).toMatchObject({ first: 0, count: 2, writeId: 'w-a' });
    expect(history.find('c')).toMatchObject({ first: 3, count: 1 });
    expect(history.find('d')).toBeUndefined();
  });

  it('does not know by half the command that a bounded search cuts in two', () => {
    const { history, counted } = create();
    expect(history.begin(kept('aabbc', 7), false)).toBe(true);
    expect([history.tail, history.find('a'), history.find('b')?.first]).toEqual([11, undefined, 9]);
    expect([history.size, counted.deeds]).toEqual([2, 2]);
  });

  it('ignores a search that ends after somebody else began it', () => {
    const { history } = create();
    history.learn(kept('a'));
    expect(history.begin(kept('abc'), true)).toBe(false);
    expect(history.tail).toBe(0);
  });

  it('of a stream that does not exist is known to be empty', () => {
    const { history } = create();
    expect(history.begin([], true)).toBe(true);
    expect([history.isKnown, history.tail]).toEqual([true, null]);
  });
});
