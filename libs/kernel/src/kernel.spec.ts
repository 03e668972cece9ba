import { describe, expect, it } from '@jest/globals';
import { CodedError, hasCode } from './coded-error.ts';
import { comparePositions, LOG_START, parsePosition, type Position } from './position.ts';
import { isRejected, rejected } from './rejection.ts';

const at = (place: number, store = 'mem1'): Position =>
  `${store}.${String(place).padStart(20, '0')}` as Position;

describe('positions', () => {
  it('are ordered by their place, behind the start of the log', () => {
    expect([
      comparePositions(at(1), at(2)),
      comparePositions(at(2), at(1)),
      comparePositions(at(2), at(2)),
    ]).toEqual([-1, 1, 0]);
    expect([comparePositions(LOG_START, at(0)), comparePositions(at(0), LOG_START)]).toEqual([-1, 1]);
    expect(comparePositions(LOG_START, LOG_START)).toBe(0);
  });

  it('of two kinds of log have no common order', () => {
    expect(() => comparePositions(at(1), at(1, 'sql1'))).toThrow(
      new RangeError(
        `position.mixed-formats: ${at(1)} and ${at(1, 'sql1')} come from different kinds of log`,
      ),
    );
  });

  it('are read from outside as they were given out', () => {
    for (const text of ['', at(7), `${at(7)}.${'0'.repeat(20)}`, at(7, 'sqlite12')])
      expect(parsePosition(text)).toBe(text);
  });

  it.each([
    'x',
    'mem1',
    'mem1.',
    'mem.00000000000000000007',
    `1.${'0'.repeat(20)}`,
    `mem1.${'0'.repeat(19)}`,
    `mem1.${'0'.repeat(21)}`,
    ` ${at(7)}`,
    `${at(7)}\n`,
    `${at(7)}.1`,
    `mem1.${'a'.repeat(20)}`,
    `MEM1.${'0'.repeat(20)}`,
  ])('are not %j', (text) => {
    expect(parsePosition(text)).toBeNull();
  });
});

describe('an error with a code', () => {
  const cause = new Error('disk full');
  const error = new CodedError('store.full', 'make room', { cause });

  it('says its code first and keeps its cause', () => {
    expect([error.name, error.code, error.message, error.cause]).toEqual([
      ...['CodedError', 'store.full', 'store.full: make room', cause],
    ]);
  });

  it('is recognised by its code', () => {
    expect([hasCode(error, 'store.full'), hasCode(error, 'store.empty')]).toEqual([true, false]);
    expect([
      hasCode(Object.assign(new Error('x'), { code: 'store.full' }), 'store.full'),
      hasCode(null, 'x'),
    ]).toEqual([false, false]);
  });
});

describe('a refusal', () => {
  it('is a value with a reason, and with details where there are any', () => {
    expect(Object.keys(rejected('item.closed'))).toEqual(['rejected']);
    expect(rejected('item.closed', { state: 'closed' })).toEqual({
      rejected: 'item.closed',
      details: { state: 'closed' },
    });
  });

  it('is told from a decision', () => {
    expect([rejected('x'), { rejected: null }].map(isRejected)).toEqual([true, true]);
    expect([[], null, undefined, 'rejected', { details: {} }].map(isRejected)).toEqual(Array(5).fill(false));
  });
});
