import { expect, it } from '@jest/globals';
import { eventFilter, positionOf } from './event-filter.ts';
import { tailEvent } from './tail-event.fixture.ts';

const at = (number: number): string => `n1.${String(number).padStart(20, '0')}`;
const passes = (wanted: Partial<Parameters<typeof eventFilter>[0]>, more: object = {}): boolean =>
  eventFilter({ type: [], from: 'start', ...wanted })(tailEvent(more));

it('lets everything through that nobody filters', () => {
  expect(passes({})).toBe(true);
  expect(passes({ from: 'now' })).toBe(true);
});

it('keeps to types, to the letter', () => {
  expect(passes({ type: ['duban.case.receipt-acknowledged.v1', 'x'] })).toBe(true);
  expect(passes({ type: ['duban.case.receipt-acknowledged'] })).toBe(false);
});

it('keeps to one case', () => {
  expect(passes({ case: 'c1' })).toBe(true);
  expect(passes({ case: 'c' })).toBe(false);
});

it('begins behind a position, which itself does not come again', () => {
  expect([8, 9, 10].map((number) => passes({ from: at(number) }))).toEqual([true, false, false]);
  expect([positionOf({ from: 'now' }), positionOf({ from: at(8) })]).toEqual([null, at(8)]);
});

it('does not compare positions of different kinds of log', () => {
  expect(() => passes({ from: 'esdb1.00000000000000000001.00000000000000000001' })).toThrow(
    'position.mixed-formats',
  );
});
