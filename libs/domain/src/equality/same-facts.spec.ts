import { expect, it } from '@jest/globals';
import { sameFacts } from './same-facts.ts';

it.each([
  [1, 1],
  [null, null],
  [
    { a: 1, b: [1, { c: 'x' }] },
    { b: [1, { c: 'x' }], a: 1 },
  ],
  [[], []],
])('%j states the same as %j', (a, b) => {
  expect(sameFacts(a, b)).toBe(true);
});

it.each([
  [1, '1'],
  [null, {}],
  [{}, null],
  [{ a: 1 }, { b: 1 }],
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: 1, b: 2 }, { a: 1 }],
  [{ a: undefined }, { b: 1 }],
  [
    [1, 2],
    [2, 1],
  ],
  [{ '0': 1 }, [1]],
  [{ a: { b: 1 } }, { a: { b: 2 } }],
])('%j states something else than %j', (a, b) => {
  expect(sameFacts(a, b)).toBe(false);
});
