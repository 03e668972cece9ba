import { expect, it } from '@jest/globals';
import { table } from './table.ts';

it('keeps columns under each other where Chinese characters are twice as wide', () => {
  expect(
    table([
      ['编号', 1],
      ['ab', 2],
      ['𠮷', 3],
    ]),
  ).toBe('编号  1\nab    2\n𠮷    3');
});

it('keeps a row on one line, and says nothing of an empty cell at its end', () => {
  expect(
    table([
      ['a\nb', null],
      [null, 'x'],
    ]),
  ).toBe('a b\n     x');
});
