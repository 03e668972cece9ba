import { comparePositions, LOG_START, parsePosition, type Position } from '@duban/kernel';
import { describe, expect, it } from '@jest/globals';
import { assert, bigInt, property, record } from 'fast-check';
import { comparePlaces, placeOf, positionOf } from './log-place.ts';

const places = record({ commit: bigInt(0n, 2n ** 63n), prepare: bigInt(0n, 2n ** 63n) });

describe('a position', () => {
  it('keeps both numbers and compares as text as they compare as numbers', () => {
    assert(
      property(places, places, (a, b) => {
        expect(placeOf(positionOf(a))).toEqual(a);
        expect(parsePosition(positionOf(a))).toBe(positionOf(a));
        expect(comparePositions(positionOf(a), positionOf(b))).toBe(comparePlaces(a, b));
      }),
    );
  });

  it('of the start of the log comes first', () => {
    expect(placeOf(LOG_START)).toBeNull();
    expect(comparePlaces(null, { commit: 0n, prepare: 0n })).toBeLessThan(0);
    expect(comparePlaces({ commit: 0n, prepare: 0n }, null)).toBeGreaterThan(0);
    expect(comparePlaces(null, null)).toBe(0);
  });

  it('of another kind of log is refused', () => {
    expect(() => placeOf('n1.00000000000000000001' as Position)).toThrow('position.mixed-formats');
  });
});
