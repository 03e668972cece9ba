import { describe, expect, it } from '@jest/globals';
import { exceededLimit, JSON_LIMITS } from './json-shape.ts';

const limits = { depth: 3, members: 2, elements: 3, values: 12 };

const listOf = (length: number, value = '1'): string => `[${Array.from({ length }, () => value).join(',')}]`;

describe('the limits of a JSON body', () => {
  it.each([
    ['brackets up to the depth', '[[[]]]', null],
    ['brackets beyond the depth', '[[[[]]]]', 'depth'],
    ['brackets inside a string', String.raw`["[[[[\"[[[["]`, null],
    ['a string that ends in a backslash', String.raw`["\\",[[1]]]`, null],
    ['as many members as there may be', '{"a":1,"b":2}', null],
    ['a member too many', '{"a":1,"b":2,"c":3}', 'members'],
    ['a member too many further inside', '[{"x":{"a":1,"b":2,"c":3}}]', 'members'],
    ['as many elements as there may be', '[1,2,3]', null],
    ['an element too many', '[1,2,3,4]', 'elements'],
    ['commas inside a string', '["1,2,3,4,5,6,7,8,9,10,11,12,13"]', null],
    ['more values than there may be, none of its lists too long', listOf(3, listOf(3)), 'values'],
    ['text that is no JSON', ']]]}}}"', null],
  ])('%s', (_, text, exceeded) => {
    expect(exceededLimit(text, limits)).toBe(exceeded);
  });

  it('let a list of a thousand through, and nothing longer', () => {
    const { elements } = JSON_LIMITS;
    expect([exceededLimit(listOf(elements)), exceededLimit(listOf(elements + 1))]).toEqual([
      null,
      'elements',
    ]);
  });
});
